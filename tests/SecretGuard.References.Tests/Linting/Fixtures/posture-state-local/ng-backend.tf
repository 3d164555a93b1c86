terraform {
  backend "local" {
    path = "shop.tfstate"
  }
}

variable "smtp_password" {
  type      = string
  sensitive = true
}

resource "azurerm_key_vault_secret" "smtp" {
  name         = "smtp-password"
  value        = var.smtp_password
  key_vault_id = data.azurerm_key_vault.main.id
}
