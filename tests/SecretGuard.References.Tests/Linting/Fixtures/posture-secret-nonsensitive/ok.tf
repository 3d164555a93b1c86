variable "secrets" {
  type      = map(string)
  sensitive = true
}

locals {
  names  = nonsensitive(toset(keys(var.secrets)))
  count  = nonsensitive(length(var.secrets))
  given  = nonsensitive(var.secrets != null)
  sum    = nonsensitive(sha256(random_password.db.result))
  image  = nonsensitive(data.aws_ssm_parameter.image.value)
  host   = nonsensitive(jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["host"])
  port   = nonsensitive(jsondecode(data.aws_secretsmanager_secret_version.db.secret_string))["port"]
  user   = nonsensitive(var.secrets["username"])
  region = nonsensitive(var.region)
}
