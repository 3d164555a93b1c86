#!/bin/bash
set -eu
password="${DB_PASSWORD:-$(cat /run/secrets/db)}"
token="${API_TOKEN:-}"
[ -n "${SHOP_TOKEN:-}" ] || exit 1
# ${API_TOKEN:-changeme}
echo "the token is ${API_TOKEN:+set}"
echo "${DB_PASSWORD:0:0}" "${API_TOKEN:-unset}" >/dev/null
: "${password:?}" "${token:=${SHOP_TOKEN}}"
echo "log in with ${TOKEN:-"(run: make token)"}" "${PASSWORD:-ask the operator}" >/dev/null
docker login --username shop --password-stdin <<< "${NPM_TOKEN:-dummy}"
key="${PRIVATE_KEY:-server.key}"
