@secure()
param apiKey string

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DB_PASSWORD', value: 'postgres' }
        { name: 'API_KEY', value: apiKey }
      ]
      connectionStrings: [
        { name: 'Db', connectionString: 'Server=db;User ID=shop;Password=postgres', type: 'SQLAzure' }
      ]
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    SMTP_PASSWORD: 'postgres'
    API_TOKEN: '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=api-token)'
  }
}

resource api 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'api'
  properties: {
    template: {
      containers: [
        {
          name: 'api'
          env: [ { name: 'DB_PASSWORD', value: 'postgres' }, { name: 'CACHE_PASSWORD', secretRef: 'cache' } ]
        }
      ]
    }
  }
}

module site 'br/public:avm/res/web/site:0.3.0' = {
  name: 'site'
  params: {
    appSettingsKeyValuePairs: { DB_PASSWORD: 'postgres', API_KEY: apiKey }
    configs: [ { name: 'appsettings', properties: { SMTP_PASSWORD: 'postgres' } } ]
  }
}
