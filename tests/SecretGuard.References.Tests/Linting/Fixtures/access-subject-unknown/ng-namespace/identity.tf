resource "azurerm_federated_identity_credential" "api" {
  name    = "api"
  issuer  = module.aks.oidc_issuer_url
  subject = "system:serviceaccount:shops:shop-api"
}
