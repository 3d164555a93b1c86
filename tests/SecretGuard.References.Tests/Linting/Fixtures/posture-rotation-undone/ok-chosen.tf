# A module that makes one of two: Terraform cannot choose what it ignores.
terraform {
  backend "s3" {}
}

resource "aws_secretsmanager_secret_version" "this" {
  count         = var.ignore_changes ? 0 : 1
  secret_id     = aws_secretsmanager_secret.this.id
  secret_string = jsonencode(var.values)
}

resource "aws_secretsmanager_secret_version" "ignored" {
  count         = var.ignore_changes ? 1 : 0
  secret_id     = aws_secretsmanager_secret.this.id
  secret_string = jsonencode(var.values)

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_secretsmanager_secret_rotation" "this" {
  secret_id           = aws_secretsmanager_secret.this.id
  rotation_lambda_arn = var.rotation_lambda_arn

  rotation_rules {
    schedule_expression = var.schedule
  }
}
