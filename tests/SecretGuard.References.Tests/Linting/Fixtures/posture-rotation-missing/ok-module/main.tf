resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

module "rotation" {
  source    = "./modules/rotation"
  secret_id = aws_secretsmanager_secret.db.id
}
