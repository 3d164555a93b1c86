using './main.bicep'

param adminPassword = az.getSecret('0000', 'shop', 'kv-shop', 'admin')
param apiKey = readEnvironmentVariable('API_KEY')
param sshPassword = ''
param tokenUrl = 'https://login.example.com/token'
