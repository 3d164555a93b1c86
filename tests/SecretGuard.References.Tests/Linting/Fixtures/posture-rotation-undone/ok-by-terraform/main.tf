resource "azurerm_key_vault_secret" "host" {
  name         = "db-host"
  value        = azurerm_postgresql_flexible_server.main.fqdn
  key_vault_id = data.azurerm_key_vault.main.id
}
