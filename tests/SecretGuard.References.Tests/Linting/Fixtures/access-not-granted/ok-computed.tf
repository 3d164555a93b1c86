data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = var.secret_arns
  }
}

resource "aws_ecs_task_definition" "api" {
  container_definitions = jsonencode([{
    name    = "api"
    secrets = [{ name = "DB", valueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-a1B2c3" }]
  }])
}
