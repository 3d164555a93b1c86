resource "vault_mount" "old" {
  path = "legacy"
  type = "kv"
}

resource "vault_policy" "shop" {
  name   = "shop"
  policy = <<-EOT
    path "legacy/shop/*" {
      capabilities = ["read"]
    }
  EOT
}
