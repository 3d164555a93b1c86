targetScope = 'resourceGroup'

param location string = resourceGroup().location

@description('Password of the server')
param administratorPassword string

@secure()
param apiKey string

param clientSecret string
