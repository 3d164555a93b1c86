az role assignment create --role "Key Vault Administrator" \
  --assignee-object-id "$(az identity show --name shop --query principalId -o tsv)" \
  --scope "$(az keyvault show --name kv-shop --query id -o tsv)"
# Whoever types this:
az role assignment create --role "Key Vault Administrator" --assignee "$(az ad signed-in-user show --query id -o tsv)" --scope "$VAULT_ID"
