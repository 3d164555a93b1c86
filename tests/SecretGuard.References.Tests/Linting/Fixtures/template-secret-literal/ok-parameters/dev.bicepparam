using './main.bicep'

param adminPassword = 'changeme'
