path "secret/data/shop/*" {
  capabilities = ["read"]
}

path "secret/metadata/shop/*" {
  capabilities = ["list"]
}
