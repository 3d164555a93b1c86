@secure()
param administratorPassword string

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'shop'
}

output storageKey string = storage.listKeys().keys[0].value
output connection string = 'AccountName=${storage.name};AccountKey=${storage.listKeys().keys[0].value}'
output login string = 'shop:${administratorPassword}'
output copy string = administratorPassword
