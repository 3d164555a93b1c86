#!/bin/sh
set -eu
vault write -f secret/data/shop/api-keys/rotate
vault kv put secret/shop/db password="$NEW"
kubectl exec vault-0 -- vault kv patch -mount=secret shop/mail password="$NEW"
vault kv metadata get secret/shop/db
vault kv get secret/shop/db
