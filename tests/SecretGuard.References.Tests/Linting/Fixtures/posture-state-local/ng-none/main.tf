provider "aws" {
  region = "eu-west-1"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = "shop/db"
  secret_string = jsonencode({ username = "shop", password = random_password.db.result })
}
