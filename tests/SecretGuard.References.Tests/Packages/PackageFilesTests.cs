namespace SecretGuard.References.Tests.Packages;

/// <summary>Settings of package managers.</summary>
public sealed class PackageFilesTests
{
    [Theory]
    [InlineData("NuGet.config", "<a>\n  <add key=\"Username\" value=\"%USER_NAME%\" />\n  <add key=\"ClearTextPassword\" value=\"%FEED_PAT%\" />\n</a>", "2:31 environment USER_NAME", "3:40 environment FEED_PAT")]
    [InlineData("nuget.config", "<!-- <add key=\"a\" value=\"%A%\" /> -->\n<add key=\"b\" value=\"50% of %B%/%C%\" />", "2:29 environment B", "2:33 environment C")]
    [InlineData("nuget.config", "<add key=\"a\" value=\"%20%\" />")]
    [InlineData(".npmrc", "registry=https://r/\n//r/:_authToken=${NPM_TOKEN}\n; //r/:_authToken=${NO}\n//r/:_password=${P-}", "2:19 environment NPM_TOKEN", "4:18 environment P optional")]
    [InlineData(".npmrc", "//r/:_authToken=$NPM_TOKEN")]
    [InlineData(".yarnrc.yml", "npmRegistries:\n  a:\n    npmAuthToken: \"${TOKEN:-}\"\n", "3:22 environment TOKEN optional")]
    [InlineData("package.json", "${A_TOKEN}")]
    public void File_NamesItsVariables(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Credential_IsSecretWhateverItsVariableIsCalled()
    {
        Mentions.Read("nuget.config", "<add key=\"Username\" value=\"%A%\" /><add key=\"ClearTextPassword\" value=\"%B%\" />").Records.Select(record => record.Reference.IsSecret).ShouldBe([false, true]);
        Mentions.Read(".npmrc", "cache=${A}\n//r/:_auth=${B}").Records.Select(record => record.Reference.IsSecret).ShouldBe([false, true]);
    }
}
