output "lengths" {
  value = { for name, password in random_password.all : name => password.length }
}

output "marked" {
  value     = [for password in random_password.all : password.result]
  sensitive = true
}

output "arns" {
  value = { for name, version in aws_secretsmanager_secret_version.all : name => version.arn }
}
