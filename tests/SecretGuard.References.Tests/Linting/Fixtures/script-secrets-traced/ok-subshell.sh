TOKEN=$(vault kv get -field=token secret/shop)
(set -x
  cd build
  (make all)
)
curl -H "Authorization: Bearer $TOKEN" https://shop.example
( (echo "$TOKEN" | docker login -u shop --password-stdin) )
