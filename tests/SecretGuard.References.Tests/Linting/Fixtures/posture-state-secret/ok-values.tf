variable "apps" {
  type = map(object({ host = string }))
}

resource "azurerm_key_vault_secret" "hosts" {
  for_each     = var.apps
  name         = each.key
  value        = each.value.host
  key_vault_id = module.keyvault.id
}
