resource "aws_kms_key" "secrets" {
  enable_key_rotation = true
}

resource "aws_ssm_parameter" "db" {
  name     = "/shop/db"
  type     = "SecureString"
  key_id   = aws_kms_key.secrets.arn
  value_wo = ephemeral.random_password.db.result
}

resource "aws_ssm_parameter" "mail" {
  name     = "/shop/mail"
  type     = "SecureString"
  value_wo = ephemeral.random_password.mail.result
}

resource "aws_ssm_parameter" "region" {
  name  = "/shop/region"
  type  = "String"
  value = "eu-west-1"
}
