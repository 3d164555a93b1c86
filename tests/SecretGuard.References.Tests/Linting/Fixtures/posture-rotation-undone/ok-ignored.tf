resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = "{}"

  lifecycle {
    ignore_changes = [
      secret_string,
      version_stages,
    ]
  }
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id           = aws_secretsmanager_secret.db.id
  rotation_lambda_arn = var.rotation_lambda_arn

  rotation_rules {
    automatically_after_days = 30
  }
}

# Another secret, which nothing rotates.
resource "aws_secretsmanager_secret_version" "host" {
  secret_id     = aws_secretsmanager_secret.host.id
  secret_string = aws_db_instance.main.address
}
