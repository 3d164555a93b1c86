namespace SecretGuard.References.Tests.Docker;

/// <summary>Files that images are built from.</summary>
public sealed class DockerfileExtractorTests
{
    [Theory]
    [InlineData("RUN --mount=type=secret,id=npm cat", "1:28 docker-build npm optional as files [/run/secrets] npm")]
    [InlineData("run --mount=id=npm,type=secret,env=NPM_TOKEN,required=true x", "1:16 docker-build npm as environment NPM_TOKEN")]
    [InlineData("RUN --mount=type=cache,target=/x \\\n  # why\n  --mount=type=secret,id=a,target=/etc/a x", "3:26 docker-build a optional as files [/etc] a")]
    [InlineData("RUN --mount=type=secret x")]
    [InlineData("ARG NPM_TOKEN\nARG VERSION\nARG API_TOKEN=", "1:5 docker-build NPM_TOKEN", "3:5 docker-build API_TOKEN")]
    [InlineData("ENV API_TOKEN=\"\" LEVEL= OTHER_TOKEN=$NPM_TOKEN", "1:5 environment API_TOKEN", "1:38 docker-build NPM_TOKEN as environment OTHER_TOKEN")]
    [InlineData("# ARG NPM_TOKEN")]
    [InlineData("ENV")]
    public void Instruction_NamesSecrets(string text, params string[] mentions) => Mentions.In("app/Dockerfile", text).ShouldBe(mentions);

    [Fact]
    public void Fence_IsReadByItsLanguage() => Mentions.In("a.md", "```dockerfile\nARG NPM_TOKEN\n```\n").ShouldBe(["2:5 docker-build NPM_TOKEN"]);
}
