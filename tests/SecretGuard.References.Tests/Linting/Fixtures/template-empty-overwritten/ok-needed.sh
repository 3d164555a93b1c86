#!/bin/bash
set -euo pipefail
# Nothing stands for none here: these are names and paths of their own.
aws secretsmanager describe-secret --secret-id "${SECRET_PREFIX:-shop}/db"
vault kv metadata get "${VAULT_SECRET_PREFIX:-secret/shop}/db"
