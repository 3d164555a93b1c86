resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "chosen" {
  name                          = "shop"
  purge_protection_enabled      = var.purge_protection
  enable_rbac_authorization     = var.rbac
  public_network_access_enabled = var.public
}

resource "azurerm_monitor_diagnostic_setting" "vaults" {
  for_each           = local.vaults
  target_resource_id = each.value
}
