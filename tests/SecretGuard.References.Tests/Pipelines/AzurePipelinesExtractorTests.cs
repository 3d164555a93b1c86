namespace SecretGuard.References.Tests.Pipelines;

/// <summary>Pipelines of Azure DevOps.</summary>
public sealed class AzurePipelinesExtractorTests
{
    [Fact]
    public void Pipeline_NamesItsSecrets() => Mentions.In("azure-pipelines.yml", """
        variables:
          - group: shared
          - name: x
            value: $(Build.BuildId)
        steps:
          - task: AzureKeyVault@2
            inputs:
              KeyVaultName: kv-$(stage)
              SecretsFilter: 'db-conn, mail'
          - task: AzureKeyVault@1
            inputs: { keyVaultName: all, secretsFilter: "*" }
          - bash: |
              vault read secret/a
              run $(db-conn) $(plain)
            env:
              CONN: $(db-conn)
              LEVEL: $(level)
              TOKEN: $(System.AccessToken)
        """).ShouldBe(
        [
            "2:12 azure-pipelines source shared",
            "9:23 azure-key-vault [https://kv-*.vault.azure.net/] db-conn as azure-pipelines db-conn",
            "9:32 azure-key-vault [https://kv-*.vault.azure.net/] mail as azure-pipelines mail",
            "11:50 azure-key-vault source [https://all.vault.azure.net/] * as azure-pipelines *",
            "13:18 hashicorp-vault secret/a",
            "14:13 azure-pipelines db-conn",
            "16:15 azure-pipelines db-conn as environment CONN",
            "17:16 azure-pipelines level as environment LEVEL",
        ]);

    [Theory]
    [InlineData("a.yml", "steps:\n- task: AzureKeyVault@2\n  inputs: { KeyVaultName: kv }", "3:27 azure-key-vault source [https://kv.vault.azure.net/] *")]
    [InlineData("a.yml", "steps:\n- script: run $(api-token) $(x)\n", "2:17 azure-pipelines api-token")]
    [InlineData("azure-pipelines.yml", "variables:\n- { name: a, value: \"$[variables.dbSecret]\" }\n- { name: b, value: \"$[ variables['other-secret'] ] $[variables.region]\" }\nsteps:\n- script: run\n  condition: eq(variables['api_token'], '')\n", "2:34 azure-pipelines dbSecret", "3:36 azure-pipelines other-secret", "6:28 azure-pipelines api_token")]
    [InlineData("a.yml", "a: $(api-token)")]
    [InlineData("azure-pipelines.yml", "steps: [ $(")]
    public void Text_NamesSecrets(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);
}
