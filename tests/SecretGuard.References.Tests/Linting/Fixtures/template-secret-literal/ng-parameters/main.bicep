@secure()
param adminPassword string

module db 'db.bicep' = {
  name: 'db'
  params: {
    location: 'westeurope'
    administratorLoginPassword: 'changeme'
  }
}
