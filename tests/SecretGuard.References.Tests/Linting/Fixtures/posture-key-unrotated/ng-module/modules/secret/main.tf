variable "kms_key_id" { type = string }

resource "aws_secretsmanager_secret" "this" {
  name       = "shop/api"
  kms_key_id = var.kms_key_id
}
