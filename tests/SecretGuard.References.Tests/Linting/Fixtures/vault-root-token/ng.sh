VAULT_TOKEN=$ROOT_TOKEN vault kv list secret/
VAULT_TOKEN=$ROOT_TOKEN vault kv list kv/
