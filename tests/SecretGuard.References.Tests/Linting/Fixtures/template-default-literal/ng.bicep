@secure()
param adminPassword string = 'changeme'
param location string = 'westeurope'

@description('For the old system.')
@secure()
param legacy string = 'postgres'

@secure()
@description('For the old system.')
param older string = 'postgres'

@secure()
param made string = newGuid()

@secure()
param empty string = ''
