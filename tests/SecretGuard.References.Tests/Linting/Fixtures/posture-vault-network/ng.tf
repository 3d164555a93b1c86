resource "azurerm_key_vault" "main" {
  name                       = "shop"
  purge_protection_enabled   = true
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "listed" {
  name                       = "shop-listed"
  purge_protection_enabled   = true
  rbac_authorization_enabled = true

  network_acls {
    bypass         = "AzureServices"
    default_action = "Allow"
  }
}

module "diagnostics" {
  source = "./modules/diagnostics"
}
