resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  public_network_access_enabled = false
}

resource "azurerm_key_vault_access_policy" "app" {
  key_vault_id       = azurerm_key_vault.main.id
  object_id          = azurerm_user_assigned_identity.app.principal_id
  secret_permissions = ["Get"]
}

resource "azurerm_key_vault" "other" {
  name                          = "shop-other"
  purge_protection_enabled      = true
  enable_rbac_authorization     = false
  public_network_access_enabled = false
}

module "monitoring" {
  source = "./modules/monitoring"
}
