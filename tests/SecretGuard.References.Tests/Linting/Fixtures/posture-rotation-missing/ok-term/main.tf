resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id = aws_secretsmanager_secret.db.id

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "mail" {
  name = "shop/mail"
}

resource "aws_secretsmanager_secret_rotation" "mail" {
  secret_id = aws_secretsmanager_secret.mail.id

  rotation_rules {
    schedule_expression = "cron(0 4 1 * ? *)"
  }
}

resource "vault_database_secret_backend_role" "api" {
  backend     = "database"
  name        = "api"
  default_ttl = 3600
  max_ttl     = 86400
}

resource "vault_database_secret_backend_role" "jobs" {
  backend     = "team/db"
  name        = "jobs"
  default_ttl = var.ttl
  max_ttl     = 0
}

resource "vault_database_secret_backend_role" "other" {
  backend = "database"
  name    = "other"
  max_ttl = 604800
}

resource "vault_database_secret_backend_static_role" "legacy" {
  backend         = "database"
  name            = "legacy"
  rotation_period = 2592000
}

resource "vault_pki_secret_backend_role" "api" {
  backend = "pki"
  name    = "api"
  max_ttl = "720h"
}

resource "vault_transit_secret_backend_key" "tokens" {
  backend            = "transit"
  name               = "tokens"
  auto_rotate_period = 2592000
}

resource "azurerm_key_vault_key" "documents" {
  name         = "documents"
  key_vault_id = azurerm_key_vault.shop.id

  rotation_policy {
    expire_after = "P4M"

    automatic {
      time_before_expiry = "P30D"
    }
  }
}

resource "vault_database_secret_backend_static_role" "nightly" {
  backend           = "database"
  name              = "nightly"
  rotation_schedule = "0 0 * * SAT"
}
