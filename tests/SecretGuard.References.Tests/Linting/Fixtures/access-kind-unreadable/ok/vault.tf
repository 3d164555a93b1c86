resource "azurerm_key_vault" "main" {
  name                          = "kv-shop"
  rbac_authorization_enabled    = true
  purge_protection_enabled      = true
  public_network_access_enabled = false
}

resource "azurerm_role_assignment" "app" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}

resource "azurerm_role_assignment" "certificates" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Certificate User"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  target_resource_id = azurerm_key_vault.main.id
}
