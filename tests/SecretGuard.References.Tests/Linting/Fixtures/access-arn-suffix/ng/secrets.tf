resource "aws_secretsmanager_secret" "mail" {
  name = "shop/mail-secret"
}
