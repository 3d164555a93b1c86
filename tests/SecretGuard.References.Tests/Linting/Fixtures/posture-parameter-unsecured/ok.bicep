@description('Password of the server')
@secure()
@minLength(16)
param administratorPassword string

param keyVaultSecretName string

param passwordLength int = 32

@allowed([
  'SystemAssigned'
  'UserAssigned'
])
param identityType string
