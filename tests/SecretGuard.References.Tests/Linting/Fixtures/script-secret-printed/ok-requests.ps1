$answer = Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers @{ "X-Vault-Token" = $env:VAULT_TOKEN }
Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Headers $headers -OutFile app.json
Invoke-RestMethod -Uri "$env:VAULT_ADDR/v1/sys/health"
Invoke-RestMethod -Method Post -Uri "$env:VAULT_ADDR/v1/secret/data/app" -Body $body -Headers $headers
