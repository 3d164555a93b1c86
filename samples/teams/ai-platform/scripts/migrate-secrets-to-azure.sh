#!/bin/bash
# From the local Vault to Key Vault: VAULT_ADDR and VAULT_TOKEN say from where, AZURE_KEYVAULT_NAME says where to.
set -euo pipefail

for name in global argocd github jira pagerduty slack; do
  vault kv get -format=json "secret/ai-platform-engineering/$name" | jq -c .data.data |
    az keyvault secret set --vault-name "$AZURE_KEYVAULT_NAME" --name "ai-platform-engineering-$name" --file /dev/stdin --output none
done
