variable "secrets" {
  type      = map(string)
  sensitive = true
}

resource "example_setting" "all" {
  for_each = nonsensitive(var.secrets)
  name     = each.key
  value    = each.value
}

locals {
  password = nonsensitive(random_password.db.result)
  whole    = nonsensitive(jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"])
}

output "key" {
  value = "key ${nonsensitive(var.secrets["api_key"])}"
}
