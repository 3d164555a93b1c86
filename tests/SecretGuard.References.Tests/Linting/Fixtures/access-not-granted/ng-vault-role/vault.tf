resource "vault_policy" "shop" {
  name   = "shop"
  policy = <<-EOT
    path "secret/data/shop/*" {
      capabilities = ["read"]
    }
  EOT
}

resource "vault_policy" "billing" {
  name   = "billing"
  policy = <<-EOT
    path "secret/data/billing/*" {
      capabilities = ["read"]
    }
  EOT
}

resource "vault_kubernetes_auth_backend_role" "shop" {
  role_name                        = "shop"
  bound_service_account_names      = ["shop"]
  bound_service_account_namespaces = ["shop"]
  token_policies                   = ["shop"]
}

resource "vault_kubernetes_auth_backend_role" "billing" {
  role_name                        = "billing"
  bound_service_account_names      = ["billing"]
  bound_service_account_namespaces = ["billing"]
  token_policies                   = ["billing"]
}
