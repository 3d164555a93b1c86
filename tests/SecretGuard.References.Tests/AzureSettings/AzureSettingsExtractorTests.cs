namespace SecretGuard.References.Tests.AzureSettings;

/// <summary>Settings that platforms fill in.</summary>
public sealed class AzureSettingsExtractorTests
{
    [Theory]
    [InlineData("a.json", """{ "A__B": "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db/v1)" }""", "1:77 azure-key-vault [https://kv.vault.azure.net/] db@v1 as environment A__B")]
    [InlineData("a.json", """{ "A": "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db/)" }""", "1:74 azure-key-vault [https://kv.vault.azure.net/] db as environment A")]
    [InlineData("a.yaml", "A: '@Microsoft.KeyVault(VaultName=kv;SecretName=db;SecretVersion=v1)'", "1:49 azure-key-vault [https://kv.vault.azure.net/] db@v1 as environment A")]
    [InlineData("a.json", """[{ "name": "A", "value": "@Microsoft.KeyVault(VaultName=kv;SecretName=db)" }]""", "1:71 azure-key-vault [https://kv.vault.azure.net/] db as environment A")]
    [InlineData("a.bicep", "{\n  name: 'A'\n  value: '@Microsoft.KeyVault(SecretUri=${kv.properties.vaultUri}secrets/db)'\n}", "3:74 azure-key-vault db as environment A")]
    [InlineData("a.tf", "locals {\n  A = \"@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.x.versionless_id})\"\n}", "2:8 azure-key-vault * as environment A")]
    [InlineData("a.tf", "A = \"@Microsoft.KeyVault(SecretUri=${module.x.secret_uri})\"", "1:36 azure-key-vault * as environment A")]
    [InlineData("a.json", """{ "A": "@Microsoft.KeyVault(VaultName=kv)", "B": "@Microsoft.KeyVault(" }""")]
    [InlineData("a.yaml", "# A: '@Microsoft.KeyVault(VaultName=kv;SecretName=db)'")]
    [InlineData("a.cs", "// \"@Microsoft.KeyVault(VaultName=kv;SecretName=db)\"")]
    [InlineData("a.json", """{ "secrets": [{ "name": "db", "keyVaultUrl": "https://kv.vault.azure.net/secrets/d", "identity": "system" }] }""", "1:82 azure-key-vault [https://kv.vault.azure.net/] d as azure-container-apps db")]
    [InlineData("a.yaml", "secrets:\n- keyVaultUrl: https://kv.vault.azure.net/secrets/d\n  name: db\n", "2:51 azure-key-vault [https://kv.vault.azure.net/] d as azure-container-apps db")]
    [InlineData("a.json", """{ "uri": "https://kv.vault.azure.net/secrets/d" }""", "1:46 azure-key-vault [https://kv.vault.azure.net/] d")]
    [InlineData("a.bicep", "resource kv 'Microsoft.KeyVault/vaults@1' existing = { name: 'v' }\nmodule m 'm.bicep' = { params: { password: kv.getSecret('db') } }", "2:58 azure-key-vault [https://v.vault.azure.net/] db as azure-deployment [m.bicep] password")]
    [InlineData("a.bicep", "module m 'm.bicep' = { params: { password: kv.getSecret('db') } }", "1:58 azure-key-vault db as azure-deployment [m.bicep] password")]
    [InlineData("a.json", """{ "p": { "reference": { "keyVault": { "id": "/x/vaults/kv" }, "secretName": "db" } } }""", "1:78 azure-key-vault [https://kv.vault.azure.net/] db as azure-deployment p")]
    [InlineData("a.json", """{ "pw": { "reference": { "keyVault": { "id": "/x/vaults/kv" }, "secretName": "db", "secretVersion": "v1" } } }""", "1:79 azure-key-vault [https://kv.vault.azure.net/] db@v1 as azure-deployment pw")]
    [InlineData("a.json", """{ "pw": { "reference": { "keyVault": { "id": "[resourceId('x', parameters('v'))]" }, "secretName": "db" } } }""", "1:101 azure-key-vault db as azure-deployment pw")]
    [InlineData("a.json", """{ "pw": { "reference": { "keyVault": { "id": "/x/vaults/kv" }, "secretName": "[parameters('s')]" } } }""", "1:79 azure-key-vault [https://kv.vault.azure.net/] * as azure-deployment pw")]
    [InlineData("a.json", """{ "x": "Microsoft.App/containerApps", "env": [{ "name": "DB", "secretRef": "db" }, { "name": "X", "value": "y" }] }""", "1:77 azure-container-apps db as environment DB")]
    [InlineData("a.bicep", "resource a 'Microsoft.App/containerApps@2024-03-01' = {\n env: [\n  {\n   name: 'DB'\n   secretRef: 'db'\n  }\n  { name: 'X', secretRef: other }\n ]\n registries: [{ server: 's', passwordSecretRef: 'acr' }]\n}", "5:16 azure-container-apps db as environment DB", "9:50 azure-container-apps acr")]
    [InlineData("a.yaml", "properties:\n  managedEnvironmentId: x\n  template:\n    containers:\n    - env:\n      - name: DB\n        secretRef: db\n", "7:20 azure-container-apps db as environment DB")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: X\nenvironmentId: y\nsecretRef: db")]
    [InlineData("a.yaml", "secretRef: db")]
    [InlineData("a.yaml", "secretName: db")]
    public void SettingOfAzure_NamesItsSecret(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Theory]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager:db:SecretString:password:AWSCURRENT}}'", "1:30 aws-secrets-manager db#password@AWSCURRENT as environment P")]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3}}'", "1:30 aws-secrets-manager arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3 as environment P")]
    [InlineData("a.yaml", "P: '{{resolve:ssm-secure:/a/b:2}}'", "1:26 aws-ssm /a/b@2 as environment P")]
    [InlineData("a.yaml", "P: !Sub '{{resolve:secretsmanager:${Db}:SecretString:password}}'", "1:35 aws-secrets-manager *#password as environment P")]
    [InlineData("a.yaml", "P: !Sub '{{resolve:ssm-secure:/${AWS::StackName}/b:2}}'", "1:31 aws-ssm /*/b@2 as environment P")]
    [InlineData("a.json", """{ "name": "P", "valueFrom": "arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3:user::" }""", "1:30 aws-secrets-manager [eu-west-1] arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3#user as environment P")]
    [InlineData("a.yaml", "- Name: P\n  ValueFrom: !Sub arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a", "2:19 aws-ssm arn:aws:ssm:*:*:parameter/a as environment P")]
    [InlineData("a.json", """{ "containerDefinitions": [{ "secrets": [{ "name": "P", "valueFrom": "/shop/db/password" }, { "valueFrom": "p", "name": "Q" }] }] }""", "1:71 aws-ssm /shop/db/password as environment P", "1:109 aws-ssm p as environment Q")]
    [InlineData("a.json", """{ "a": [{ "name": "P", "valueFrom": "/shop/db/password" }] }""")]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager'")]
    [InlineData("a.yaml", "valueFrom: { secretKeyRef: { name: a } }")]
    public void SettingOfAws_NamesItsSecret(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Bicep_NamesVaultsModulesAndSecrets() => Mentions.In("main.bicep", """
        param vaultName string = 'kv-main'
        resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: vaultName
          scope: resourceGroup('x')
        }
        resource other 'Microsoft.KeyVault/vaults@2023-07-01' = {
          name: 'kv-${env}'
        }
        module app 'modules/app.bicep' = {
          params: {
            password: kv.getSecret('db-password')
            version: other.getSecret('db', 'v1')
            computed: kv.getSecret(secretName)
            // no: kv.getSecret('no')
          }
        }
        resource made 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
          parent: kv
          name: 'made'
          properties: { value: x }
        }
        resource named 'Microsoft.KeyVault/vaults/secrets@2023-07-01' existing = {
          name: 'kv-x/named'
        }
        """).ShouldBe(
        [
            "11:29 azure-key-vault [https://kv-main.vault.azure.net/] db-password as azure-deployment [modules/app.bicep] password",
            "12:31 azure-key-vault [https://kv-*.vault.azure.net/] db@v1 as azure-deployment [modules/app.bicep] version",
            "19:10 azure-key-vault [https://kv-main.vault.azure.net/] made as azure-key-vault [https://kv-main.vault.azure.net/] made",
            "23:10 azure-key-vault [https://kv-x.vault.azure.net/] named",
        ]);

    [Fact]
    public void Bicep_TakesTheAddressOfASecretOfItsOwn() => Mentions.In("main.bicep", """
        resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: 'kv-main'
        }
        resource mail 'Microsoft.KeyVault/vaults/secrets@2023-07-01' existing = {
          parent: kv
          name: 'mail'
        }
        var settings = {
          Smtp__Password: '@Microsoft.KeyVault(SecretUri=${mail.properties.secretUri})'
          Other__Password: '@Microsoft.KeyVault(SecretUri=${other.properties.secretUri})'
        }
        var secrets = [
          { name: 'smtp', keyVaultUrl: mail.properties.secretUri }
        ]
        output uri string = mail.properties.secretUri
        """).ShouldBe(
        [
            "6:10 azure-key-vault [https://kv-main.vault.azure.net/] mail",
            "9:52 azure-key-vault [https://kv-main.vault.azure.net/] mail as environment Smtp__Password",
            "10:53 azure-key-vault * as environment Other__Password",
            "13:32 azure-key-vault [https://kv-main.vault.azure.net/] mail as azure-container-apps smtp",
        ]);

    [Fact]
    public void FileOfParameters_AsksTheVaultItself() =>
        Mentions.In("main.bicepparam", "using 'main.bicep'\nparam password = az.getSecret('sub', group, 'kv', 'db', 'v1')\nparam other = az.getSecret('sub')").ShouldBe(["2:52 azure-key-vault [https://kv.vault.azure.net/] db@v1 as azure-deployment password"]);

    [Fact]
    public void Fence_IsReadByItsLanguage() =>
        Mentions.In("a.md", "```json\n{ \"A\": \"@Microsoft.KeyVault(VaultName=kv;SecretName=db)\" }\n```\n").ShouldBe(["2:53 azure-key-vault [https://kv.vault.azure.net/] db as environment A"]);

    /// <summary>Addresses in a vault of the same file, and what an app gets of them.</summary>
    [Theory]
    [InlineData("secrets: [\n  { name: 'bus', keyVaultUrl: '${kv.properties.vaultUri}secrets/bus-conn', identity: 'system' }\n]", "4:65 azure-key-vault [https://kv-shop-*.vault.azure.net/] bus-conn as azure-container-apps bus")]
    [InlineData("secrets: [\n  { name: 'bus', keyVaultUrl: 'https://${kv.name}${environment().suffixes.keyvaultDns}/secrets/bus-conn/v1' }\n]", "4:96 azure-key-vault [https://kv-shop-*.vault.azure.net/] bus-conn@v1 as azure-container-apps bus")]
    [InlineData("a: { name: 'Bus', value: '@Microsoft.KeyVault(VaultName=${kv.name};SecretName=bus-conn)' }", "3:79 azure-key-vault [https://kv-shop-*.vault.azure.net/] bus-conn as environment Bus")]
    [InlineData("a: { name: 'Bus', value: '@Microsoft.KeyVault(SecretUri=${kv.properties.vaultUri}secrets/bus-conn)' }", "3:90 azure-key-vault [https://kv-shop-*.vault.azure.net/] bus-conn as environment Bus")]
    [InlineData("a: { name: 'Bus', value: '@Microsoft.KeyVault(SecretUri=${other.properties.vaultUri}secrets/bus-conn)' }", "3:93 azure-key-vault bus-conn as environment Bus")]
    [InlineData("a: kv.properties.vaultUri")]
    public void AddressInAVault_IsThatOfTheFile(string text, params string[] mentions) =>
        Mentions.In("main.bicep", $"resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = {{ name: 'kv-shop-${{env}}' }}\nresource app 'Microsoft.App/containerApps@2024-03-01' = {{\n{text}\n}}\n").ShouldBe(mentions);
}
