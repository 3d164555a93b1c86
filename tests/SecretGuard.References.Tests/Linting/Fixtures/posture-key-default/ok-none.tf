resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

resource "aws_secretsmanager_secret" "mail" {
  name       = "shop/mail"
  kms_key_id = var.kms_key_id
}
