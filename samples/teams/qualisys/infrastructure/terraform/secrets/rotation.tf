resource "aws_lambda_function" "rotate_database" {
  function_name = "qualisys-rotate-database"
  role          = aws_iam_role.rotation.arn
  package_type  = "Image"
  image_uri     = var.rotation_image
}

resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = aws_secretsmanager_secret.all["qualisys/database/connection"].id
  rotation_lambda_arn = aws_lambda_function.rotate_database.arn

  rotation_rules {
    automatically_after_days = 90
  }
}

resource "aws_sns_topic" "rotation" {
  name = "qualisys-secret-rotation"
}
