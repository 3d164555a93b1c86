# A controller of Kubernetes itself.
resource "azurerm_federated_identity_credential" "endpoints" {
  subject = "system:serviceaccount:kube-system:endpoint-controller"
}
