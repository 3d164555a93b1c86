#!/bin/bash
set -euo pipefail
cp .env.example .env.local
jq -n '{}' > "$SCRIPT_DIR/env_secrets.tfvars.json"
terraform apply -var-file="$SCRIPT_DIR/env_secrets.tfvars.json"
az keyvault secret list --query '[].name' | tee secrets.json > /dev/null
