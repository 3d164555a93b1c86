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
    [InlineData("environment {\n  DB = credentials('db-login')\n}\n", "2:21 jenkins db-login as environment DB")]
    [InlineData("withCredentials([string(credentialsId: \"api-token\", variable: 'T')]) { }\n", "1:41 jenkins api-token")]
    [InlineData("git credentialsId: 'git', url: 'https://example.org'\n// credentialsId: 'old'\ngit credentialsId: \"${params.id}\"\n", "1:21 jenkins git")]
    public void Jenkinsfile_NamesItsCredentials(string text, params string[] mentions) => Mentions.In("ci/Jenkinsfile", text).ShouldBe(mentions);

    [Theory]
    [InlineData(".circleci/config.yml", "jobs:\n  a:\n    environment: { run: vault read secret/b }\n    steps:\n    - run: vault read secret/a\n", "5:23 hashicorp-vault secret/a")]
    [InlineData("bitbucket-pipelines.yml", "pipelines:\n  default:\n  - step: { script: [vault read secret/a] }\n", "3:33 hashicorp-vault secret/a")]
    [InlineData("pipelines.yml", "pipelines:\n  default:\n  - step: { script: [vault read secret/a] }\n")]
    public void Script_IsReadAtItsPlaces(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);
}
