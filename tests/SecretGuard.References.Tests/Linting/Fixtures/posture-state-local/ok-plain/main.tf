provider "azurerm" {
  features {}
}

# No secrets: addresses, and a parameter that is not encrypted.
resource "azurerm_key_vault_secret" "host" {
  name         = "db-host"
  value        = azurerm_postgresql_flexible_server.main.fqdn
  key_vault_id = data.azurerm_key_vault.main.id
}

resource "aws_ssm_parameter" "image" {
  name  = "/shop/image"
  type  = "String"
  value = var.image
}

resource "azurerm_key_vault_secret" "group" {
  name         = "network-group-id"
  value        = var.network_group_id
  key_vault_id = data.azurerm_key_vault.main.id
}

resource "azurerm_key_vault_secret" "port" {
  name         = "db-port"
  value        = "5432"
  key_vault_id = data.azurerm_key_vault.main.id
}
