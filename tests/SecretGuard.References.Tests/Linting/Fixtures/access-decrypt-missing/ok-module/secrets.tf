resource "aws_kms_key" "secrets" {
  enable_key_rotation = true
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret" "all" {
  for_each   = toset(["shop/db", "shop/mail"])
  name       = each.value
  kms_key_id = aws_kms_key.secrets.arn
}

module "store" {
  source     = "registry.example/shop/store"
  kms_key_id = aws_kms_key.secrets.arn
}
