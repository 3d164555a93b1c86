resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_monitor_diagnostic_setting" "cluster" {
  target_resource_id = azurerm_kubernetes_cluster.main.id
}
