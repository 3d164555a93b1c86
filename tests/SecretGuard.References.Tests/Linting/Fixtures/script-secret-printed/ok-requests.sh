#!/bin/bash
# Of a store, but no value.
curl -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/metadata/app"
curl -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/subkeys/app"
curl -H "X-Vault-Token: $VAULT_TOKEN" -X LIST "$VAULT_ADDR/v1/secret/data/app"
curl -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/kv/app?list=true"
curl "$VAULT_ADDR/v1/sys/health"
curl "$VAULT_ADDR/v1/sys/seal-status" | jq .sealed
curl -X POST -d @login.json "$VAULT_ADDR/v1/auth/approle/login" > login.json
curl -H "X-Vault-Token: $VAULT_TOKEN" -d @app.json "$VAULT_ADDR/v1/secret/data/app"
curl -H "X-Vault-Token: $VAULT_TOKEN" --json @app.json "$VAULT_ADDR/v1/secret/data/app"
curl -I "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4"
curl -H "Authorization: Bearer $TOKEN" "https://kv-shop.vault.azure.net/secrets?api-version=7.4"
curl -H "Authorization: Bearer $TOKEN" "https://kv-shop.vault.azure.net/secrets/db/versions?api-version=7.4"
az rest --method get --uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" --query attributes.enabled
az rest --method get --uri "https://management.azure.com/subscriptions/$SUB/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/kv-shop/secrets/db?api-version=2023-07-01"
curl -k "$APISERVER/api/v1/namespaces/shop/configmaps/settings"
kubectl get --raw /api/v1/namespaces/shop/pods
kubectl get --raw /readyz
curl "https://secretmanager.googleapis.com/v1/projects/shop/secrets/db/versions/latest"

# The answer goes elsewhere.
PASSWORD=$(curl -s -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app" | jq -r .data.data.password)
curl -s -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app" -o app.json
curl -sSLo app.json -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
curl -s -o /dev/null -w '%{http_code}\n' -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
curl -sf -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app" > /dev/null && echo "it is there"
curl -s -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app" | jq '.data.data | keys'
curl -s -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app" | grep -q password
wget -q --header "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
wget -qO app.json --header "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
http --download "$VAULT_ADDR/v1/secret/data/app" "X-Vault-Token: $VAULT_TOKEN"

# Other servers.
curl https://api.example.com/v1/reports/data
curl -H "Authorization: Bearer $TOKEN" https://api.example.com/v1/secret/santa
curl "https://registry.example.com/v2/shop/manifests/latest"
curl -d '{"url": "https://kv-shop.vault.azure.net/secrets/db"}' https://hooks.example.com/v1/notify
curl -H "Referer: https://vault.example.com/v1/secret/data/app" https://example.com/
