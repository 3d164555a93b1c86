# A server for development has the token 'root'.
vault server -dev -dev-root-token-id=root &
export VAULT_TOKEN=root
export VAULT_TOKEN=$(vault login -method=oidc -token-only)
vault kv list secret/
