resource "azurerm_federated_identity_credential" "api" {
  subject = "system:serviceaccount:shop:api"
}

resource "azurerm_federated_identity_credential" "jobs" {
  subject = "system:serviceaccount:shop:prod-jobs"
}

resource "azurerm_federated_identity_credential" "web" {
  subject = "system:serviceaccount:shop:web"
}

resource "azurerm_federated_identity_credential" "default" {
  subject = "system:serviceaccount:shop:default"
}

# A chart of somebody else makes this one.
resource "azurerm_federated_identity_credential" "operator" {
  subject = "system:serviceaccount:external-secrets:external-secrets"
}

resource "azurerm_federated_identity_credential" "computed" {
  subject = "system:serviceaccount:shop:${var.account}"
}
