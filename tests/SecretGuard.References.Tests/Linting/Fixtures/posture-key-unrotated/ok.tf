resource "aws_kms_key" "secrets" {
  enable_key_rotation     = true
  deletion_window_in_days = 7
}

resource "aws_kms_key" "chosen" {
  enable_key_rotation = var.rotate
}

resource "aws_kms_key" "logs" {
  description = "No secrets"
}

resource "aws_secretsmanager_secret" "db" {
  name       = "shop/db"
  kms_key_id = aws_kms_key.secrets.arn
}

resource "aws_secretsmanager_secret" "mail" {
  name       = "shop/mail"
  kms_key_id = aws_kms_key.chosen.arn
}
