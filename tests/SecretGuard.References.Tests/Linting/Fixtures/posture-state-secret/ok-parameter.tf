terraform {
  backend "s3" {}
}

variable "db_host" {
  type = string
}

resource "aws_ssm_parameter" "host" {
  name  = "/shop/db/host"
  type  = "String"
  value = var.db_host
}

resource "aws_ssm_parameter" "path" {
  name  = "/shop/db/password-path"
  type  = "String"
  value = "/shop/db/password"
}
