Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers @{ "X-Vault-Token" = $env:VAULT_TOKEN }
Invoke-RestMethod -Method Get -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers | Format-List
