param purgeProtection bool

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop'
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    publicNetworkAccess: 'Disabled'
  }
}

resource chosen 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop-dev'
  properties: {
    enablePurgeProtection: purgeProtection ? true : null
    enableRbacAuthorization: true
    publicNetworkAccess: 'Disabled'
  }
}

resource elsewhere 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'shop-other'
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
}
