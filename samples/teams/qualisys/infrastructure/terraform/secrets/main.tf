locals {
  secrets = toset([
    "qualisys/database/connection",
    "qualisys/redis/connection",
    "qualisys/jwt/signing-key",
    "qualisys/llm/openai",
    "qualisys/llm/anthropic",
    "qualisys/oauth/google",
    "qualisys/email/sendgrid",
  ])
}

resource "aws_kms_key" "secrets" {
  description         = "Secrets of QualiSys"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "all" {
  for_each   = local.secrets
  name       = each.value
  kms_key_id = aws_kms_key.secrets.arn
}

# An empty object to begin with; what is put in later stays.
resource "aws_secretsmanager_secret_version" "all" {
  for_each      = aws_secretsmanager_secret.all
  secret_id     = each.value.id
  secret_string = "{}"

  lifecycle {
    ignore_changes = [secret_string]
  }
}
