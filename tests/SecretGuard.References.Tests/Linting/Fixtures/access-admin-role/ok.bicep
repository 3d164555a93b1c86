resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv-shop'
}

resource releases 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'github-releases'
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(kv.id, releases.id)
  scope: kv
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '00482a5a-887f-4fb3-b363-3b7fe8e74483')
    principalId: releases.properties.principalId
  }
}
