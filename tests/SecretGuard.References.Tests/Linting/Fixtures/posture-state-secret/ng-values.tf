variable "apps" {
  type = map(object({ host = string, password = string }))
}

resource "azurerm_key_vault_secret" "apps" {
  for_each     = var.apps
  name         = each.key
  value        = each.value.password
  key_vault_id = module.keyvault.id
}
