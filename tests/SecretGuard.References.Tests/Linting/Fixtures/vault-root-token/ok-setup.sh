vault operator init -format=json > init.json
export VAULT_TOKEN=$(jq -r .root_token init.json)
vault auth enable kubernetes
vault token revoke -self
