path "secret/shop/*" {
  capabilities = ["read"]
}

path "secret/shop" {
  capabilities = ["list"]
}

path "kv/data/shop/*" {
  capabilities = ["list"]
}
