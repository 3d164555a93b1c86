export VAULT_TOKEN="$(cat /vault/root-token)"
vault policy write shop shop.hcl
