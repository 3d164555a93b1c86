resource "random_password" "all" {
  for_each = toset(["db", "mail"])
  length   = 32
}

resource "aws_secretsmanager_secret_version" "all" {
  for_each                 = random_password.all
  secret_id                = each.key
  secret_string_wo         = each.value.result
  secret_string_wo_version = 1
}

output "passwords" {
  value = { for name, password in random_password.all : name => password.result }
}

output "list" {
  value = [
    for version in aws_secretsmanager_secret_version.all : version.secret_string
  ]
}
