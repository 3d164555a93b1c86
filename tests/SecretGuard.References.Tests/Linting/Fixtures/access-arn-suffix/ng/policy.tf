data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:${local.account}:secret:shop/db", "arn:aws:secretsmanager:${var.region}:${local.account}:secret:shop/mail-secret"]
  }
}
