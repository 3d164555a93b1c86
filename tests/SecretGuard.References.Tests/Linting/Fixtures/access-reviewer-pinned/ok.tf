resource "vault_kubernetes_auth_backend_config" "shop" {
  backend              = vault_auth_backend.kubernetes.path
  kubernetes_host      = "https://kubernetes.default.svc"
  disable_local_ca_jwt = false
}

resource "vault_kubernetes_auth_backend_config" "other" {
  backend            = "kubernetes-other"
  kubernetes_host    = var.host
  token_reviewer_jwt = data.kubernetes_secret_v1.reviewer.data["token"]
}
