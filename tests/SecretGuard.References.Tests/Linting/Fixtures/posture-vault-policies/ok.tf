# Without a word of it the provider decides.
resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "other" {
  name                          = "shop-other"
  purge_protection_enabled      = true
  enable_rbac_authorization     = true
  public_network_access_enabled = false
}

module "monitoring" {
  source = "./modules/monitoring"
}
