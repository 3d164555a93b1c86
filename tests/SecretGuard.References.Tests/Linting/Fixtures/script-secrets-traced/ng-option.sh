set -o xtrace
curl -H "Authorization: Bearer $API_TOKEN" https://shop.example
set +o xtrace
curl -H "Authorization: Bearer $API_TOKEN" https://shop.example
