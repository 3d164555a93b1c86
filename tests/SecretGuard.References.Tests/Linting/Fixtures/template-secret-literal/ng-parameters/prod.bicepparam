using './main.bicep'

param location = 'westeurope'
param adminPassword = 'changeme'
