printenv VAULT_ROOT_TOKEN | vault login - > /dev/null
vault login "$VAULT_ROOT_TOKEN"
