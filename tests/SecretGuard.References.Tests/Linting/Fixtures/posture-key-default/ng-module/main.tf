resource "aws_kms_key" "secrets" {
  enable_key_rotation = true
}

module "db" {
  source     = "./secret"
  name       = "shop/db"
  kms_key_id = aws_kms_key.secrets.arn
}

module "mail" {
  source     = "./secret"
  name       = "shop/mail"
  kms_key_id = null
}

module "queue" {
  source     = "./secret"
  name       = "shop/queue"
  kms_key_id = ""
}

module "cache" {
  source = "./secret"
  name   = "shop/cache"
}

resource "aws_secretsmanager_secret" "own" {
  name       = "shop/own"
  kms_key_id = ""
}
