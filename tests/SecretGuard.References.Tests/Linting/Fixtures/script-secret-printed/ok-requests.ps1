$answer = Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers @{ "X-Vault-Token" = $env:VAULT_TOKEN }
Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers $headers -OutFile app.json
Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/sys/health"
Invoke-RestMethod -Method Post -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Body $body -Headers $headers
$password = (Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value
(Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).attributes.expires
(Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value.Length
(Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value | Set-Clipboard
if ((Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value) { Write-Host "there" }
Connect-Shop -Password (Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value
function Get-Password { (Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value }
(Invoke-RestMethod -Uri "https://kv-shop.vault.azure.net/secrets/db?api-version=7.4" -Headers $headers).value -eq $expected
Write-Host (Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/sys/health").version
(az keyvault secret show --vault-name kv-shop --name db | ConvertFrom-Json).attributes.expires
