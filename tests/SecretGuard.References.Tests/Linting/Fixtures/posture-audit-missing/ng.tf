resource "vault_auth_backend" "kubernetes" {
  type = "kubernetes"
}

resource "vault_mount" "secret" {
  path = "secret"
  type = "kv-v2"
}
