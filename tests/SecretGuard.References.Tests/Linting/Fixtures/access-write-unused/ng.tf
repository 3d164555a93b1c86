resource "azurerm_role_assignment" "app" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Secrets Officer"
  principal_id         = azurerm_user_assigned_identity.app.principal_id
}

resource "azurerm_key_vault_access_policy" "web" {
  key_vault_id       = azurerm_key_vault.main.id
  object_id          = azurerm_linux_web_app.web.identity[0].principal_id
  secret_permissions = ["Get", "Set", "Delete"]
}

# A secret that Terraform makes is written by who runs it.
resource "azurerm_key_vault_secret" "url" {
  name         = "public-url"
  value        = azurerm_linux_web_app.web.default_hostname
  key_vault_id = azurerm_key_vault.main.id
}

resource "azurerm_key_vault_access_policy" "each" {
  for_each           = { api = azurerm_linux_web_app.api.identity[0].principal_id }
  key_vault_id       = data.azurerm_key_vault.main.id
  object_id          = each.value
  secret_permissions = ["Get", "Set"]
}
