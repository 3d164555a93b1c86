resource "vault_kubernetes_auth_backend_role" "shop" {
  role_name                        = "external-secrets"
  bound_service_account_names      = ["api"]
  bound_service_account_namespaces = ["*"]
  token_policies                   = ["shop"]
}

resource "vault_policy" "shop" {
  name   = "shop"
  policy = "path \"kv/data/shop/*\" { capabilities = [\"read\"] }"
}
