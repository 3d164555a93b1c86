terraform {
  backend "s3" {
    bucket  = "shop-states"
    encrypt = true
  }
}

provider "kubernetes" {}

# What is in the store is read back into the state, whoever changed it.
resource "azurerm_key_vault_secret" "postgres_password" {
  name         = "postgres-password"
  value        = "to-be-replaced"
  key_vault_id = data.azurerm_key_vault.main.id

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "key" {
  name  = "/shop/api-key"
  type  = "SecureString"
  value = data.aws_secretsmanager_secret_version.api.secret_string
}

resource "vault_kv_secret_v2" "mail" {
  mount     = "secret"
  name      = "shop/mail"
  data_json = jsonencode({ password = module.mail.smtp_password })
}

resource "kubernetes_secret" "db" {
  metadata {
    name = "db"
  }

  data = {
    host     = "db"
    password = random_password.db.result
  }
}

resource "random_password" "db" {
  length = 32
}

resource "aws_db_instance" "main" {
  password = random_password.db.result
}

resource "azurerm_key_vault_secret" "admin_password" {
  name         = "admin-password"
  value        = var.admin
  key_vault_id = data.azurerm_key_vault.main.id
}
