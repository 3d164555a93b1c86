resource "aws_iam_policy" "app" {
  name = "app"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["secretsmanager:PutSecretValue", "secretsmanager:DescribeSecret"], Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_policy" "shop" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf"
  policy     = data.aws_iam_policy_document.shop.json
}

data "aws_iam_policy_document" "shop" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
