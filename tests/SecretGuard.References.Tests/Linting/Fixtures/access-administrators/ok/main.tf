provider "azurerm" {
  features {}
}

variable "key_vault_admin_object_ids" {
  type    = list(string)
  default = []
}

resource "azurerm_role_assignment" "vault_admins" {
  for_each             = toset(var.key_vault_admin_object_ids)
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Administrator"
  principal_id         = each.value
}
