provider "azurerm" {
  features {}
}

resource "random_password" "db" {
  length = 32
}
