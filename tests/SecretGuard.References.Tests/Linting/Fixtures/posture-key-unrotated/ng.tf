resource "aws_kms_key" "secrets" {
  description = "Secrets of the shop"
}

resource "aws_kms_key" "parameters" {
  enable_key_rotation = false
}

resource "aws_secretsmanager_secret" "db" {
  name       = "shop/db"
  kms_key_id = aws_kms_key.secrets.arn
}

resource "aws_ssm_parameter" "db" {
  name   = "/shop/db"
  type   = "SecureString"
  key_id = aws_kms_key.parameters.key_id
}
