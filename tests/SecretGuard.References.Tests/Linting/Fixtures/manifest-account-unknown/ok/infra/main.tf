resource "kubernetes_service_account_v1" "importer" {
  metadata {
    name      = "importer"
    namespace = "shop"
  }
}
