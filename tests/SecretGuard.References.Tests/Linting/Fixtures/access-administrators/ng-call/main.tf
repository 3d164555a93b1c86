module "vault" {
  source                     = "./vault"
  key_vault_admin_object_ids = []
}
