resource "azurerm_role_assignment" "admins" {
  for_each           = toset([
  "00000000-0000-4000-8000-200000000000",
  "00000000-0000-4000-8000-200000000001",
  "00000000-0000-4000-8000-200000000002",
  "00000000-0000-4000-8000-200000000003",
  "00000000-0000-4000-8000-200000000004",
  "00000000-0000-4000-8000-200000000005",
  "00000000-0000-4000-8000-200000000006",
  ])
  scope              = azurerm_key_vault.main.id
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/00482a5a-887f-4fb3-b363-3b7fe8e74483"
  principal_id       = each.key
}
