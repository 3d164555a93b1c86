#!/bin/bash
env
export DB_PASSWORD=$(vault kv get -field=password secret/shop/db)
printenv | sort
export -p
API_TOKEN=$(vault kv get -field=token secret/shop/api)
set
declare -p
kubectl exec deploy/api -- env | grep -i password
docker exec api printenv | grep 'API_KEY\|MODE'
