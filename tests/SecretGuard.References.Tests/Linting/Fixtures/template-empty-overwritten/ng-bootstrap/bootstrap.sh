#!/bin/bash
set -euo pipefail
: "${SECRET_PREFIX:=env-}"
prefix="${SECRET_PREFIX:-env-}"
suffix="${NAMESPACE_SUFFIX:-${STAGE:-dev}}"
az keyvault secret list --vault-name "$1" --query "[?starts_with(name, '$prefix$suffix')].name"
