data "azurerm_subscription" "current" {}

resource "azurerm_role_assignment" "deploy" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.github_deploy.principal_id
}

resource "azurerm_role_assignment" "web" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Reader"
  principal_id         = azurerm_user_assigned_identity.web.principal_id
}

resource "azurerm_role_assignment" "group" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Contributor"
  principal_id         = azurerm_user_assigned_identity.web.principal_id
}
