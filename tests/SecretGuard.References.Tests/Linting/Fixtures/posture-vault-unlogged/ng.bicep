resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop'
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    publicNetworkAccess: 'Disabled'
  }
}
