resource "aws_secretsmanager_secret" "db" {
  name                    = "shop/db"
  recovery_window_in_days = 0
}
