resource "aws_lambda_function" "rotate" {
  function_name = "rotate-db"
}

resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id           = var.secret_id
  rotation_lambda_arn = aws_lambda_function.rotate.arn

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_cloudwatch_event_rule" "failed" {
  event_pattern = jsonencode({ source = ["aws.secretsmanager"], detail = { eventName = ["RotationFailed"] } })
}
