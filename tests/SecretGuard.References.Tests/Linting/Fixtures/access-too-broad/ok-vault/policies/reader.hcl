path "secret/data/*" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update", "sudo"]
}

path "secret/data/shop/*" {
  capabilities = ["create", "update"]
}

path "*" {
  capabilities = ["deny"]
}
