variable "environment" {
  default = "dev"
}

variable "key_vault_admin_object_ids" {
  type = set(string)
}

resource "azurerm_key_vault" "main" {
  name                       = "kv-mindwell-${var.environment}"
  resource_group_name        = azurerm_resource_group.main.name
  location                   = azurerm_resource_group.main.location
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  rbac_authorization_enabled = true
  purge_protection_enabled   = true
}

resource "azurerm_role_assignment" "kubelet" {
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_kubernetes_cluster.main.kubelet_identity[0].object_id
}

resource "azurerm_role_assignment" "admins" {
  for_each             = var.key_vault_admin_object_ids
  scope                = azurerm_key_vault.main.id
  role_definition_name = "Key Vault Administrator"
  principal_id         = each.value
}

resource "random_password" "postgres" {
  length = 32
}

# The first password; later ones are written here by the CI Runner agent.
resource "azurerm_key_vault_secret" "postgres" {
  name         = "postgres-admin-password"
  value        = random_password.postgres.result
  key_vault_id = azurerm_key_vault.main.id

  lifecycle {
    ignore_changes = [value]
  }
}
