locals {
  policy = {
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = ["*"] }]
  }
}

resource "aws_iam_policy" "shop" {
  policy = jsonencode(local.policy)
}
