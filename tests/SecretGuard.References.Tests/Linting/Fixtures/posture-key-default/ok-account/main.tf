# All of them are under the key of the account.
module "db" {
  source     = "./secret"
  name       = "shop/db"
  kms_key_id = null
}

module "mail" {
  source = "./secret"
  name   = "shop/mail"
}
