curl -H "X-Vault-Token: $VAULT_TOKEN" $VAULT_ADDR/v1/secret/data/app
curl -s --header "X-Vault-Token: ${VAULT_TOKEN}" "${VAULT_ADDR}/v1/secret/data/app?version=2" | jq -r .data.data.password
curl -sSfL -H "X-Vault-Token: $T" https://secrets.example.com/v1/team/kv/data/app | python3 -m json.tool
curl http://127.0.0.1:8200/v1/database/creds/shop
curl -so - -H"X-Vault-Token: $T" "$ADDR/v1/kv/app"
wget -qO- --header="X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
wget -q -O - --header "X-Vault-Token: $VAULT_TOKEN" https://vault.example.com/v1/secret/data/app
http GET "$VAULT_ADDR/v1/secret/data/app" "X-Vault-Token: $VAULT_TOKEN"
http $VAULT_ADDR/v1/secret/data/app X-Vault-Token:$VAULT_TOKEN version==2
curl -H "Authorization: Bearer $TOKEN" "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4"
curl -H "Authorization: Bearer $TOKEN" "https://$VAULT.vault.azure.net/secrets/db/0123?api-version=7.4" | jq -r .value
curl -H "Authorization: Bearer $TOKEN" "$KV_URI/secrets/db?api-version=7.4"
curl -X PUT -H "Authorization: Bearer $TOKEN" -d @db.json "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4"
az rest --method get --uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" --resource https://vault.azure.net
curl --cacert ca.crt -H "Authorization: Bearer $(cat /var/run/token)" https://kubernetes.default.svc/api/v1/namespaces/shop/secrets/db
curl -k "$APISERVER/api/v1/namespaces/$NAMESPACE/secrets" --header "Authorization: Bearer $TOKEN" --insecure
kubectl get --raw /api/v1/namespaces/shop/secrets/db
kubectl get --raw=/api/v1/secrets
curl -H "Authorization: Bearer $TOKEN" "https://secretmanager.googleapis.com/v1/projects/shop/secrets/db/versions/latest:access"
ANSWER=$(curl -s -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app")
echo "$ANSWER"
kubectl exec vault-0 -- curl -s http://127.0.0.1:8200/v1/secret/data/app
