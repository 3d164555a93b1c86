path "secret/data/shop/*" {
  capabilities = ["read", "list"]
}

path "secret/metadata/shop/*" {
  capabilities = ["list"]
}

# Prepared for either version.
path "secret/shop/*" {
  capabilities = ["read", "list"]
}

path "secret/*" {
  capabilities = ["read"]
}

path "secret/+/shop" {
  capabilities = ["read"]
}

# Nothing says of which version these are.
path "teams/shop" {
  capabilities = ["read"]
}

path "database/creds/shop" {
  capabilities = ["read"]
}
