resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop'
  properties: {
    enablePurgeProtection: true
    publicNetworkAccess: 'disabled'
    enableRbacAuthorization: false
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
}
