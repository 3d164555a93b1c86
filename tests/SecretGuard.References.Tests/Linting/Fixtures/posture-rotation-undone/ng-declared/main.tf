resource "azurerm_key_vault_secret" "postgres" {
  name         = "postgres-admin-password"
  value        = random_password.postgres.result
  key_vault_id = data.azurerm_key_vault.main.id

  lifecycle {
    ignore_changes = [tags]
  }
}
