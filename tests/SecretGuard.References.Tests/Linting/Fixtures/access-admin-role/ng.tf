resource "azurerm_role_assignment" "app" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Administrator"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}

resource "azurerm_role_assignment" "function" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Contributor"
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}

resource "azurerm_key_vault_access_policy" "web" {
  key_vault_id       = azurerm_key_vault.main.id
  object_id          = azurerm_linux_web_app.web.identity[0].principal_id
  secret_permissions = ["All"]
}
