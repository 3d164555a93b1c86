resource "aws_secretsmanager_secret" "db" {
  name       = "shop/db"
  kms_key_id = "alias/aws/secretsmanager"
}

resource "aws_secretsmanager_secret" "mail" {
  name       = "shop/mail"
  kms_key_id = var.kms_key_id
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.db.arn, aws_secretsmanager_secret.mail.arn]
  }
}
