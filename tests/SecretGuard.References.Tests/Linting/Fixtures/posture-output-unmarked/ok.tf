variable "api_key" {
  type      = string
  sensitive = true
}

output "db_password" {
  value     = random_password.db.result
  sensitive = true
}

output "secret_arn" {
  value = aws_secretsmanager_secret.db.arn
}

output "secret_arns" {
  value = { for name, secret in aws_secretsmanager_secret.all : name => secret.arn }
}

output "secret_id" {
  value = azurerm_key_vault_secret.db.versionless_id
}

output "has_key" {
  value = var.api_key != ""
}

output "names" {
  value = nonsensitive(keys(var.secrets))
}

output "key_once" {
  value     = var.api_key
  ephemeral = true
}

output "storage" {
  value = azurerm_storage_account.main.primary_blob_endpoint
}
