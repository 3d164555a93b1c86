terraform {
  backend "s3" {}
}

resource "aws_secretsmanager_secret" "db_password" {
  name = "shop/db"
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_id     = aws_secretsmanager_secret.db_password.id
  secret_string = "‹plain›"
}

resource "aws_secretsmanager_secret_version" "other" {
  secret_id     = "shop/api-token"
  secret_string = "‹plain›"
}

resource "vault_kv_secret_v2" "db" {
  mount     = "kv"
  name      = "shop/db"
  data_json = jsonencode({ username = "app", password = "‹plain›" })
}

resource "google_secret_manager_secret_version" "this" {
  secret      = google_secret_manager_secret.api_token.id
  secret_data = "‹plain›"
}
