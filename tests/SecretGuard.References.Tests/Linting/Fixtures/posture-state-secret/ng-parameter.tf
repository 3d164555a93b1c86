terraform {
  backend "s3" {}
}

variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_ssm_parameter" "db" {
  name  = "/shop/db/password"
  type  = "String"
  value = var.db_password
}

resource "aws_ssm_parameter" "literal" {
  name  = "/shop/smtp/password"
  type  = "String"
  value = "changeme"
}
