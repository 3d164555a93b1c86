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
    [InlineData("RUN vault read secret/a", "1:16 hashicorp-vault secret/a")]
    [InlineData("RUN --mount=type=secret,id=n,env=N_TOKEN,required=true --network=none \\\n  # why\n  curl -H \"$N_TOKEN\" && \\\n# no\n  vault read secret/a", "1:28 docker-build n as environment N_TOKEN", "5:14 hashicorp-vault secret/a")]
    [InlineData("RUN <<EOF\nset -e\nvault read secret/a\nENV NO_TOKEN=\nEOF\nARG NPM_TOKEN", "3:12 hashicorp-vault secret/a", "6:5 docker-build NPM_TOKEN")]
    [InlineData("COPY <<\"EOF\" /a\nARG NO_TOKEN\nEOF\nARG NPM_TOKEN", "4:5 docker-build NPM_TOKEN")]
    [InlineData("RUN cat <<EOF >a && b\nvault read secret/a\nEOF\nARG NPM_TOKEN", "4:5 docker-build NPM_TOKEN")]
    [InlineData("ARG NPM_TOKEN=x\nENV A_TOKEN=y\nRUN a $NPM_TOKEN $A_TOKEN $OTHER_TOKEN", "3:28 environment OTHER_TOKEN")]
    [InlineData("RUN [\"vault\", \"read\", \"secret/a\"]")]
    [InlineData("  RUN   vault read \\\r\n  secret/a\r\n", "2:3 hashicorp-vault secret/a")]
    [InlineData("RUN <<EOF")]
    [InlineData("ENV")]
    public void Instruction_NamesSecrets(string text, params string[] mentions) => Mentions.In("app/Dockerfile", text).ShouldBe(mentions);

    [Fact]
    public void Fence_IsReadByItsLanguage() => Mentions.In("a.md", "```dockerfile\nARG NPM_TOKEN\n```\n").ShouldBe(["2:5 docker-build NPM_TOKEN"]);

    [Fact]
    public void IndentedFence_KeepsThePlacesOfItsScripts() => Mentions.In("a.md", "- x\n\n  ```dockerfile\n  RUN a && \\\n    vault read secret/a\n  ```\n").ShouldBe(["5:16 hashicorp-vault secret/a"]);
}
