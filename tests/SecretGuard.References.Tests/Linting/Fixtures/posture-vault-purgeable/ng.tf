resource "azurerm_key_vault" "main" {
  name                          = "shop"
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "other" {
  name                          = "shop-other"
  purge_protection_enabled      = false
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_monitor_diagnostic_setting" "vaults" {
  for_each           = local.vaults
  target_resource_id = each.value
}
