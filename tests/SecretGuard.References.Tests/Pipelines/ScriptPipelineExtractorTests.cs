namespace SecretGuard.References.Tests.Pipelines;

/// <summary>CircleCI, Bitbucket and CodeBuild.</summary>
public sealed class ScriptPipelineExtractorTests
{
    [Theory]
    [InlineData("secrets-manager: { X: \"shop/db:password:AWSCURRENT\" }", "3:28 aws-secrets-manager shop/db#password as environment X")]
    [InlineData("secrets-manager: { X: shop/db }", "3:27 aws-secrets-manager shop/db as environment X")]
    [InlineData("secrets-manager: { X: \":password\" }")]
    [InlineData("parameter-store: { X: /shop/token }", "3:27 aws-ssm /shop/token as environment X")]
    [InlineData("variables: { X: shop/db }")]
    public void BuildSpec_FetchesSecrets(string entry, params string[] mentions) =>
        Mentions.In("ci/buildspec-deploy.yml", $"version: 0.2\nenv:\n    {entry}\nphases:\n  build: {{ commands: [ls] }}\n").ShouldBe(mentions);

    [Theory]
    [InlineData(".circleci/config.yml", "jobs:\n  a:\n    environment: { run: vault read secret/b }\n    steps:\n    - run: vault read secret/a\n", "5:23 hashicorp-vault secret/a")]
    [InlineData("bitbucket-pipelines.yml", "pipelines:\n  default:\n  - step: { script: [vault read secret/a] }\n", "3:33 hashicorp-vault secret/a")]
    [InlineData("pipelines.yml", "pipelines:\n  default:\n  - step: { script: [vault read secret/a] }\n")]
    public void Script_IsReadAtItsPlaces(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);
}
