resource "azurerm_key_vault" "listed" {
  name                       = "shop-listed"
  purge_protection_enabled   = true
  rbac_authorization_enabled = true

  network_acls {
    bypass         = "AzureServices"
    default_action = "Deny"
  }
}

resource "azurerm_key_vault" "made" {
  name                       = "shop-made"
  purge_protection_enabled   = true
  rbac_authorization_enabled = true

  dynamic "network_acls" {
    for_each = var.network_acls
    content {
      default_action = network_acls.value
    }
  }
}

module "diagnostics" {
  source = "./modules/diagnostics"
}
