module "vault" {
  source = "./modules/vault"
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  target_resource_id = module.vault.id
}
