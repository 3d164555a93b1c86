vault write transit/decrypt/orders ciphertext="$CIPHERTEXT"
vault write -field=plaintext transit/decrypt/orders ciphertext=vault:v1:abc | base64 -d
vault write team/transit/decrypt/orders ciphertext=@order.txt
vault unwrap "$WRAPPED"
VAULT_TOKEN=$WRAPPED vault unwrap -format=json | jq .data
vault write sys/wrapping/unwrap token=-
vault read cubbyhole/handover
bao read -field=password cubbyhole/handover
vault write -f auth/approle/role/shop/secret-id
vault write pki/issue/shop common_name=shop.example.com
curl -X POST -H "X-Vault-Token: $WRAPPED" "$VAULT_ADDR/v1/sys/wrapping/unwrap"
curl -H "X-Vault-Token: $VAULT_TOKEN" -d @order.json "$VAULT_ADDR/v1/transit/decrypt/orders"
curl -H "X-Vault-Token: $VAULT_TOKEN" "$VAULT_ADDR/v1/cubbyhole/handover"
PLAIN=$(vault write -field=plaintext transit/decrypt/orders ciphertext="$CIPHERTEXT")
echo "$PLAIN"
