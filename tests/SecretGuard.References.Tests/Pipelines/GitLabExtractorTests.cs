namespace SecretGuard.References.Tests.Pipelines;

/// <summary>Pipelines of GitLab.</summary>
public sealed class GitLabExtractorTests
{
    [Theory]
    [InlineData("vault: production/db/password@ops", "4:14 hashicorp-vault [ops] production/db#password as environment X")]
    [InlineData("vault: production/db/password", "4:14 hashicorp-vault [kv-v2] production/db#password as environment X")]
    [InlineData("vault: { engine: { name: kv-v2, path: ops }, path: a/$STAGE, field: f }", "4:58 hashicorp-vault [ops] a/*#f as environment X")]
    [InlineData("azure_key_vault: { name: a, version: v1 }", "4:32 azure-key-vault a@v1 as environment X")]
    [InlineData("aws_secrets_manager: { secret_id: a/b, field: f, region: eu }", "4:41 aws-secrets-manager [eu] a/b#f as environment X")]
    [InlineData("aws_secrets_manager: a/b#f", "4:28 aws-secrets-manager a/b#f as environment X")]
    [InlineData("gcp_secret_manager: { name: a, version: 3 }", "4:35 gcpsm a@3 as environment X")]
    [InlineData("vault: nothing")]
    [InlineData("vault:")]
    [InlineData("other: a/b")]
    public void Secret_LeadsToItsStore(string secret, params string[] mentions) => Mentions.In(".gitlab-ci.yml", $"job:\n  secrets:\n    X:\n      {secret}\n").ShouldBe(mentions);

    [Fact]
    public void Variables_TakeThoseOfTheProject() => Mentions.In(".gitlab-ci.yml", """
        variables:
          DB_PASSWORD: $PROD_DB_PASSWORD
          ADDRESS: "https://me:${API_TOKEN}@x"
          IMAGE: $REGION/$TAG
          GIT_PASSWORD: $CI_JOB_TOKEN
          DEPLOY_KEY: { value: "$KEY_OF_PROD", description: a }
        job:
          variables: { PGPASSWORD: $DB_PASSWORD }
        """).ShouldBe(
    [
        "2:17 environment PROD_DB_PASSWORD as environment DB_PASSWORD", "3:26 environment API_TOKEN as environment ADDRESS",
        "6:26 environment KEY_OF_PROD as environment DEPLOY_KEY", "8:29 environment DB_PASSWORD as environment PGPASSWORD",
    ]);

    [Fact]
    public void Script_IsReadAtItsPlaces() => Mentions.In("x.gitlab-ci.yml", """
        job:
          before_script: vault read secret/a
          script:
            - "vault read secret/b"
            - |
              echo
              deploy "$DEPLOY_TOKEN"
        """).ShouldBe(["2:29 hashicorp-vault secret/a", "4:19 hashicorp-vault secret/b", "7:16 environment DEPLOY_TOKEN"]);

    [Fact]
    public void Fence_IsReadByItsContent() =>
        Mentions.In("a.md", "```yaml\na:\n  script: x\n  secrets: { X: { vault: a/b@c } }\n```\n").ShouldBe(["4:26 hashicorp-vault [c] a#b as environment X"]);
}
