variable "db_password" {
  description = "of the database"
  type        = string
}

variable "mail_password" {}

variable "api_token" {
  type      = string
  sensitive = false
}

variable "signing_secret" { type = string }

variable "client_secret" {
  type = string
}

variable "webhook_secret" {
  type = string
}

resource "azurerm_user_assigned_identity" "this" {
  count = var.client_secret == "" ? 0 : 1
  name  = "shop"
}

output "mail" {
  value = var.mail_password
}

output "hook" {
  value = "https://example.com/${upper(var.webhook_secret)}"
}
