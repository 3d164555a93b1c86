path "+/data/shop" {
  capabilities = ["read"]
}

path "secret/shop" {
  capabilities = ["read", "sudo"]
}

path "kv/*" {
  capabilities = ["create", "update", "read"]
}

path "teams/data/*" {
  capabilities = ["patch"]
}
