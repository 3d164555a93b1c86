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
    [InlineData("a.tf", "A = \"@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.x.versionless_id})\"", "1:36 azure-key-vault * as environment A")]
    [InlineData("a.json", """{ "A": "@Microsoft.KeyVault(VaultName=kv)", "B": "@Microsoft.KeyVault(" }""")]
    [InlineData("a.yaml", "# A: '@Microsoft.KeyVault(VaultName=kv;SecretName=db)'")]
    [InlineData("a.cs", "// \"@Microsoft.KeyVault(VaultName=kv;SecretName=db)\"")]
    [InlineData("a.json", """{ "secrets": [{ "name": "db", "keyVaultUrl": "https://kv.vault.azure.net/secrets/d", "identity": "system" }] }""", "1:82 azure-key-vault [https://kv.vault.azure.net/] d as azure-container-apps db")]
    [InlineData("a.yaml", "secrets:\n- keyVaultUrl: https://kv.vault.azure.net/secrets/d\n  name: db\n", "2:51 azure-key-vault [https://kv.vault.azure.net/] d as azure-container-apps db")]
    [InlineData("a.json", """{ "uri": "https://kv.vault.azure.net/secrets/d" }""", "1:46 azure-key-vault [https://kv.vault.azure.net/] d")]
    [InlineData("a.bicep", "module m 'm.bicep' = { params: { password: kv.getSecret('db') } }", "1:58 azure-key-vault db")]
    [InlineData("a.json", """{ "p": { "reference": { "keyVault": { "id": "/x/vaults/kv" }, "secretName": "db" } } }""", "1:78 azure-key-vault [https://kv.vault.azure.net/] db")]
    [InlineData("a.yaml", "secretName: db")]
    public void SettingOfAzure_NamesItsSecret(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Theory]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager:db:SecretString:password:AWSCURRENT}}'", "1:30 aws-secrets-manager db#password@AWSCURRENT as environment P")]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3}}'", "1:30 aws-secrets-manager arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3 as environment P")]
    [InlineData("a.yaml", "P: '{{resolve:ssm-secure:/a/b:2}}'", "1:26 aws-ssm /a/b@2 as environment P")]
    [InlineData("a.json", """{ "name": "P", "valueFrom": "arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3:user::" }""", "1:30 aws-secrets-manager [eu-west-1] arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3#user as environment P")]
    [InlineData("a.yaml", "- Name: P\n  ValueFrom: !Sub arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a", "2:19 aws-ssm arn:aws:ssm:*:*:parameter/a as environment P")]
    [InlineData("a.yaml", "P: '{{resolve:secretsmanager'")]
    [InlineData("a.yaml", "valueFrom: { secretKeyRef: { name: a } }")]
    public void SettingOfAws_NamesItsSecret(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Fence_IsReadByItsLanguage() =>
        Mentions.In("a.md", "```json\n{ \"A\": \"@Microsoft.KeyVault(VaultName=kv;SecretName=db)\" }\n```\n").ShouldBe(["2:53 azure-key-vault [https://kv.vault.azure.net/] db as environment A"]);
}
