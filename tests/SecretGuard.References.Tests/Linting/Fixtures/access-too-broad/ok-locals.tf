locals {
  policy = {
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = [aws_secretsmanager_secret.db.arn] },
      { Effect = "Deny", Action = ["secretsmanager:GetSecretValue"], NotResource = [aws_secretsmanager_secret.db.arn] },
    ]
  }
}

resource "aws_iam_policy" "shop" {
  policy = jsonencode(local.policy)
}
