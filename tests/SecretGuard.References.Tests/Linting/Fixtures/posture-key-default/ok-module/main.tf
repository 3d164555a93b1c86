variable "key" {
  type = string
}

module "keys" {
  source = "example/keys/aws"
}

module "db" {
  source     = "./secret"
  name       = "shop/db"
  kms_key_id = module.keys.arn
}

module "mail" {
  source     = "./secret"
  name       = "shop/mail"
  kms_key_id = var.key
}
