resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop'
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      ipRules: [
        {
          value: '203.0.113.0/24'
        }
      ]
    }
  }
}

resource chosen 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'shop-chosen'
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    networkAcls: networkAcls
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
}
