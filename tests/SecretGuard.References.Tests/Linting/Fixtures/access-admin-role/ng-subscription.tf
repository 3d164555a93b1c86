data "azurerm_subscription" "current" {}

resource "azurerm_role_assignment" "web" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.web.principal_id
}
