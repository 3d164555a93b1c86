path "secret/data/shop/*" {
  capabilities = ["create", "update", "read"]
}

path "secret/metadata/shop/*" {
  capabilities = ["list", "read"]
}

path "legacy/shop/*" {
  capabilities = ["update"]
}
