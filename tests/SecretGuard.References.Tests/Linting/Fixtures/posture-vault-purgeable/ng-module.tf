module "vault" {
  source                   = "Azure/avm-res-keyvault-vault/azurerm"
  name                     = "kv-shop"
  purge_protection_enabled = false
}

module "kept" {
  source                   = "Azure/avm-res-keyvault-vault/azurerm"
  name                     = "kv-kept"
  purge_protection_enabled = var.purge_protection
}
