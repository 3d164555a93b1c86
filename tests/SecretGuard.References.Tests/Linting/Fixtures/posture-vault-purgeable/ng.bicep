resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop'
  properties: {
    enableRbacAuthorization: true
    publicNetworkAccess: 'Disabled'
  }
}

resource old 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop-old'
  properties: {
    enableSoftDelete: false
    enableRbacAuthorization: true
    publicNetworkAccess: 'Disabled'
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
}
