resource "aws_secretsmanager_secret" "db" {
  name                    = "shop/db"
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret" "mail" {
  name                    = "shop/mail"
  recovery_window_in_days = var.environment == "dev" ? 0 : 30
}
