variable "api_key" {
  type      = string
  sensitive = true
}

output "db_password" {
  value = random_password.db.result
}

output "connection" {
  value     = "postgres://shop:${random_password.db.result}@${aws_db_instance.main.address}/shop"
  sensitive = false
}

output "settings" {
  value = {
    host = aws_db_instance.main.address
    key  = var.api_key
  }
}

output "storage" {
  description = "Connection of the storage"
  value       = azurerm_storage_account.main.primary_connection_string
}
