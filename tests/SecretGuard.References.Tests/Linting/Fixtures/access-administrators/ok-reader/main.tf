variable "key_vault_admin_object_ids" {
  type    = list(string)
  default = [
  "00000000-0000-4000-8000-400000000000",
  "00000000-0000-4000-8000-400000000001",
  "00000000-0000-4000-8000-400000000002",
  "00000000-0000-4000-8000-400000000003",
  "00000000-0000-4000-8000-400000000004",
  "00000000-0000-4000-8000-400000000005",
  "00000000-0000-4000-8000-400000000006",
  "00000000-0000-4000-8000-400000000007"
  ]
}

resource "azurerm_role_assignment" "vault_admins" {
  for_each             = toset(var.key_vault_admin_object_ids)
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Reader"
  principal_id         = each.value
}
