resource "vault_policy" "shop" {
  name   = "shop-read"
  policy = <<-EOT
    path "secret/data/shop/*" {
      capabilities = ["read"]
    }
  EOT
}

resource "vault_kubernetes_auth_backend_role" "shop" {
  role_name                        = "shop"
  bound_service_account_names      = ["api"]
  bound_service_account_namespaces = ["shop"]
  token_policies                   = ["default", "shop-reader"]
}
