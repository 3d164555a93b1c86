resource "azurerm_resource_group" "this" {
  name     = "shop"
  location = "westeurope"
}
