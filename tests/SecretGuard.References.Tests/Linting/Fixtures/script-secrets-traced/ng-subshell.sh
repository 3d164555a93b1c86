TOKEN=$(vault kv get -field=token secret/shop)
(
  set -x
  (curl -H "Authorization: Bearer $TOKEN" https://shop.example)
)
