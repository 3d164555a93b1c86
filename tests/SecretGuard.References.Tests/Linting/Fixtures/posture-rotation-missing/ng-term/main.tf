locals {
  team = "shop"
}

variable "region" {
  type = string
}

resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id = aws_secretsmanager_secret.db.id

  rotation_rules {
    automatically_after_days = 90
  }
}

resource "aws_secretsmanager_secret" "mail" {
  name = "shop/mail"
}

resource "aws_secretsmanager_secret_rotation" "mail" {
  secret_id = aws_secretsmanager_secret.mail.id

  rotation_rules {
    schedule_expression = "rate(60 days)"
  }
}

resource "vault_database_secret_backend_role" "api" {
  backend     = "database"
  name        = "api"
  default_ttl = 3600
  max_ttl     = 604800
}

resource "vault_mount" "team" {
  path = "team/db"
  type = "database"
}

resource "vault_database_secret_backend_role" "jobs" {
  backend     = vault_mount.team.path
  name        = "jobs"
  default_ttl = "72h"
}

resource "vault_database_secret_backend_static_role" "legacy" {
  backend         = "database"
  name            = "legacy"
  rotation_period = 7776000
}

resource "vault_pki_secret_backend_role" "api" {
  backend = "pki"
  name    = "api"
  max_ttl = "2160h"
}

resource "vault_transit_secret_backend_key" "tokens" {
  backend            = "transit"
  name               = "tokens"
  auto_rotate_period = 31536000
}

resource "azurerm_key_vault_key" "documents" {
  name         = "documents"
  key_vault_id = azurerm_key_vault.shop.id

  rotation_policy {
    expire_after = "P1Y"

    automatic {
      time_before_expiry = "P30D"
    }
  }
}

resource "vault_database_secret_backend_static_role" "nightly" {
  backend           = "database"
  name              = "nightly"
  rotation_schedule = "0 0 1 1,7 *"
}
