resource "aws_kms_key" "secrets" {
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "db" {
  name       = "shop/db"
  kms_key_id = aws_kms_key.secrets.arn

  replica {
    region     = "eu-central-1"
    kms_key_id = var.copy_kms_key_id
  }
}

resource "aws_secretsmanager_secret" "mail" {
  name       = "shop/mail"
  kms_key_id = var.kms_key_id
}
