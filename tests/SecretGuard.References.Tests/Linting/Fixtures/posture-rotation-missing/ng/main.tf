resource "aws_secretsmanager_secret" "all" {
  for_each = toset(["shop/db", "shop/mail"])
  name     = each.value
}

resource "aws_secretsmanager_secret_rotation" "mail" {
  secret_id           = aws_secretsmanager_secret.all["shop/mail"].id
  rotation_lambda_arn = var.rotation_lambda_arn

  rotation_rules {
    automatically_after_days = 30
  }
}
