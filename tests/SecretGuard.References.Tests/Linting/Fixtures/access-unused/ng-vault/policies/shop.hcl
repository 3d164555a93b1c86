path "secret/data/shop/db" {
  capabilities = ["read"]
}

path "secret/data/shop/old" {
  capabilities = ["read"]
}

path "secret/metadata/*" {
  capabilities = ["list"]
}

path "auth/token/lookup-self" {
  capabilities = ["read"]
}
