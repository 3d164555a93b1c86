#!/bin/bash
set -euo pipefail
prefix="${SECRET_PREFIX-env-}"
root="${PREFIX:-/usr/local}"
path="${VAULT_PATH_PREFIX:-secret/shop}"
namespace="${NAMESPACE:-default}"
name="${LABEL_PREFIX:-shop}"
if [ -z "${SECRET_PREFIX+x}" ]; then echo unset; fi
echo "$prefix" "$root" "$path" "$namespace" "$name" "${SECRET_SUFFIX:-}"
