provider "azurerm" {
  features {}
}

module "secrets" {
  source = "./modules/secrets"
}
