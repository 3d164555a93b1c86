Get-AzKeyVaultSecret -VaultName kv-shop -Name db -AsPlainText
$password = Get-AzKeyVaultSecret -VaultName kv-shop -Name db -AsPlainText
Get-AzKeyVaultSecret -VaultName kv-shop -Name db
