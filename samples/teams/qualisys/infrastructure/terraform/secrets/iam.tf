resource "aws_iam_policy" "secrets_read_infra" {
  name   = "secrets-read-infra"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": [
            "secretsmanager:GetSecretValue",
            "secretsmanager:DescribeSecret"
          ],
          "Resource": [
            "arn:aws:secretsmanager:*:*:secret:qualisys/database/*",
            "arn:aws:secretsmanager:*:*:secret:qualisys/redis/*",
            "arn:aws:secretsmanager:*:*:secret:qualisys/jwt/*"
          ]
        }
      ]
    }
  EOT
}

data "aws_iam_policy_document" "llm" {
  statement {
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
    resources = ["arn:aws:secretsmanager:*:*:secret:qualisys/llm/*"]
  }
}

resource "aws_iam_policy" "secrets_read_llm" {
  name   = "secrets-read-llm"
  policy = data.aws_iam_policy_document.llm.json
}

data "aws_iam_policy_document" "integrations" {
  statement {
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
    resources = ["arn:aws:secretsmanager:*:*:secret:qualisys/oauth/*", "arn:aws:secretsmanager:*:*:secret:qualisys/email/*"]
  }
}

resource "aws_iam_policy" "secrets_read_integrations" {
  name   = "secrets-read-integrations"
  policy = data.aws_iam_policy_document.integrations.json
}
