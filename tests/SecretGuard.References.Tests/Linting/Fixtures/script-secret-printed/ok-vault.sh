vault write transit/encrypt/orders plaintext="$PLAIN"
vault write -f transit/keys/orders/rotate
vault read transit/keys/orders
vault write -field=plaintext transit/decrypt/orders ciphertext="$CIPHERTEXT" | base64 -d > order.json
ORDER=$(vault write -field=plaintext transit/decrypt/orders ciphertext="$CIPHERTEXT")
export VAULT_TOKEN=$(vault unwrap -field=token "$WRAPPED")
vault unwrap -field=password "$WRAPPED" | docker login --username ci --password-stdin registry.example.com
vault write sys/wrapping/lookup token=-
vault write cubbyhole/handover password=-
vault list cubbyhole/
vault write -wrap-ttl=60s -f auth/approle/role/shop/secret-id
vault kv get -wrap-ttl=5m secret/shop/db
vault write -f -field=secret_id_accessor auth/approle/role/shop/secret-id
vault write -field=certificate pki/issue/shop common_name=shop.example.com
vault write auth/approle/role/shop/secret-id/destroy secret_id_accessor="$ACCESSOR"
vault write auth/approle/role/shop token_ttl=1h secret_id_ttl=10m
vault write kv/team/decrypt/notes text=1
curl -X POST -H "X-Vault-Token: $VAULT_TOKEN" -d @order.json "$VAULT_ADDR/v1/transit/encrypt/orders"
curl -H "X-Vault-Wrap-TTL: 60s" -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/secret/data/app"
curl -X POST -d @text.json https://api.example.com/v1/transit/decrypt/orders
