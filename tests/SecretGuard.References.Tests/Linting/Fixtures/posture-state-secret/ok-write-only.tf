variable "api_key" {
  type      = string
  ephemeral = true
}

resource "azurerm_key_vault_secret" "api" {
  name             = "api-key"
  value_wo         = var.api_key
  value_wo_version = 1
  key_vault_id     = module.keyvault.id
}

resource "vault_kv_secret_v2" "db" {
  mount                = "secret"
  name                 = "db"
  data_json_wo         = jsonencode({ password = var.api_key })
  data_json_wo_version = 1
}

resource "kubernetes_secret_v1" "host" {
  data = {
    host = var.host
  }
}
