terraform {
  backend "s3" {}
}

resource "aws_secretsmanager_secret_version" "host" {
  secret_id     = "shop/db-host"
  secret_string = "db.example.net"
}

# The secret is put in by whoever has it.
resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = "shop/db"
  secret_string = jsonencode({ username = "app", password = "" })
}

resource "vault_kv_secret_v2" "settings" {
  mount     = "kv"
  name      = "shop/settings"
  data_json = jsonencode({ host = "db.example.net", port = 5432 })
}
