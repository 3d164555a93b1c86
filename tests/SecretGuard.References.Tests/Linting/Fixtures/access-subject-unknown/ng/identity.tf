locals {
  subjects = {
    shop = "system:serviceaccount:shop:apis"
  }
}
