variable "env_secrets" {
  type      = map(string)
  sensitive = true
}

module "keyvault" {
  source = "./modules/keyvault"
  name   = "ameidekv"
}

resource "azurerm_key_vault_secret" "env_secrets" {
  for_each = nonsensitive(toset(keys(var.env_secrets)))

  name         = each.key
  value        = var.env_secrets[each.key]
  key_vault_id = module.keyvault.id
}

locals {
  vault_bootstrap_subjects = {
    dev     = "system:serviceaccount:ameide-dev:foundation-vault-bootstrap-vault-bootstrap"
    staging = "system:serviceaccount:ameide-staging:foundation-vault-bootstrap-vault-bootstrap"
    prod    = "system:serviceaccount:ameide-prod:foundation-vault-bootstrap-vault-bootstrap"
  }
}

module "vault_bootstrap_identity" {
  source = "./modules/identity"
  name   = "ameide-vault-bootstrap-mi"

  federated_credentials = {
    for name, subject in local.vault_bootstrap_subjects : "vault-bootstrap-${name}" => {
      issuer  = module.aks.oidc_issuer_url
      subject = subject
    }
  }

  role_assignments = {
    keyvault-secrets-user = {
      scope = module.keyvault.id
      role  = "Key Vault Secrets User"
    }
  }
}
