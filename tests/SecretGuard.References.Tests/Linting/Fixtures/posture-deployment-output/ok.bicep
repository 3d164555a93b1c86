@secure()
param administratorPassword string

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'shop'
}

output storageId string = storage.id
output keyName string = storage.listKeys().keys[0].keyName
output hasPassword bool = !empty(administratorPassword)

@secure()
output storageKey string = storage.listKeys().keys[0].value
