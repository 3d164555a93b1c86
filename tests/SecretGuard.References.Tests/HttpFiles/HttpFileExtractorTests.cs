namespace SecretGuard.References.Tests.HttpFiles;

/// <summary>Requests, and the environments beside them.</summary>
public sealed class HttpFileExtractorTests
{
    [Theory]
    [InlineData("a/b.http", "GET https://x\nAuthorization: Bearer {{$dotenv API_TOKEN}}\nX: {{ $processEnv  USER_NAME }} {{$guid}} {{token}}", "2:33 dotenv [a/.env] API_TOKEN", "3:20 environment USER_NAME")]
    [InlineData("b.rest", "X: {{$processEnv %NAME}} {{$dotenv}}")]
    [InlineData("http-client.env.json", """{ "dev": { "A": { "provider": "AzureKeyVault", "secretName": "a", "resourceId": "/x/vaults/kv" }, "B": "x" } }""", "1:63 azure-key-vault [https://kv.vault.azure.net/] a")]
    [InlineData("http-client.env.json.user", """{ "dev": { "A": { "provider": "AspnetUserSecrets", "secretName": "Db:Password" }, "B": { "provider": "Other", "secretName": "a" } } }""", "1:67 user-secrets config Db:Password")]
    public void File_NamesItsSecrets(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Fence_IsReadByItsLanguage() => Mentions.In("a.md", "```http\nGET {{$processEnv API_TOKEN}}\n```\n").ShouldBe(["2:19 environment API_TOKEN"]);
}
