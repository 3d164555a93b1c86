@secure()
param adminPassword string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv-shop'
}

module db 'db.bicep' = {
  name: 'db'
  params: {
    administratorLoginPassword: adminPassword
    apiKey: vault.getSecret('api-key')
    secretName: 'db-password'
    passwordSecretName: 'db'
    connectionPassword: '${adminPassword}!'
  }
}
