Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers @{ "X-Vault-Token" = $env:VAULT_TOKEN }
Invoke-RestMethod -Method Get -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers | Format-List
(Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers @{ "X-Vault-Token" = $env:VAULT_TOKEN }).data.data.password
(Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value
(irm "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value | Out-Host
Write-Host (Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value
Write-Output "The password is $((Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value)"
(Invoke-WebRequest -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).Content | ConvertFrom-Json
(az keyvault secret show --vault-name kv-shop --name db | ConvertFrom-Json).value
(Get-AzKeyVaultSecret -VaultName kv-shop -Name db -AsPlainText)
