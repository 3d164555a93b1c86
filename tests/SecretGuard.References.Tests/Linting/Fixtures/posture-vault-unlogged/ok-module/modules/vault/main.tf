resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

output "id" {
  value = azurerm_key_vault.main.id
}
