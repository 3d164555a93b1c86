variable "env_secrets" {
  type      = map(string)
  sensitive = true
}

resource "azurerm_key_vault_secret" "env" {
  for_each     = nonsensitive(toset(keys(var.env_secrets)))
  name         = each.key
  value        = var.env_secrets[each.key]
  key_vault_id = module.keyvault.id
}
