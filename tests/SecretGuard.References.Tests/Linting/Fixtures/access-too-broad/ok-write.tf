resource "aws_iam_policy" "rotation" {
  name = "rotation"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "secretsmanager:PutSecretValue", Resource = "*" }]
  })
}

resource "aws_iam_policy" "app" {
  name = "app"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["secretsmanager:CreateSecret", "secretsmanager:GetRandomPassword"], Resource = "*" },
      { Effect = "Allow", Action = "secretsmanager:PutSecretValue", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } } },
    ]
  })
}

resource "aws_vpc_endpoint" "secrets" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_policy" "shop" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf"
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "secretsmanager:GetSecretValue", Resource = "*" },
      { Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } } },
    ]
  })
}
