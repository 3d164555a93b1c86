#!/bin/bash
set -euo pipefail
env
API_TOKEN=$(vault kv get -field=token secret/shop/api)
printenv | sort
export PATH=$PATH:/opt/bin
env | grep SHOP_
env | grep -i token | wc -l
kubectl exec deploy/api -- env | grep MODE
kubectl exec deploy/api -- env > /dev/null
export DB_PASSWORD=$(vault kv get -field=password secret/shop/db)
env | cut -d= -f1
env -i ./serve
docker run --env-file <(env | grep SHOP_TOKEN) api
