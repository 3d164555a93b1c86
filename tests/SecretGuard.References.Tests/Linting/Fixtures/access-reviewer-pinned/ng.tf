resource "vault_kubernetes_auth_backend_config" "shop" {
  backend            = vault_auth_backend.kubernetes.path
  kubernetes_host    = "https://kubernetes.default.svc"
  token_reviewer_jwt = file("/var/run/secrets/kubernetes.io/serviceaccount/token")
}

resource "vault_kubernetes_auth_backend_config" "other" {
  backend            = "kubernetes-other"
  kubernetes_host    = var.host
  token_reviewer_jwt = kubernetes_token_request_v1.reviewer.token
}
