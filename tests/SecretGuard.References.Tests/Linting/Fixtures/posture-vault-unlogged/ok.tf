resource "azurerm_key_vault" "main" {
  name                          = "shop"
  purge_protection_enabled      = true
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  target_resource_id         = azurerm_key_vault.main.id
  log_analytics_workspace_id = var.workspace_id

  enabled_log {
    category = "AuditEvent"
  }
}
