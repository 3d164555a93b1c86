namespace SecretGuard.Core.Tests.Urls;

public sealed class QueryMatcherTests
{
    [Theory]
    [InlineData("GET https://api.corp.net/v2?access_token=[|‹tok›|]&bbox=3,51")]
    [InlineData("https://api.corp.net/v2?q=a&key=[|‹tok›|]")]
    [InlineData("href=\"https://api.corp.net/v2?q=a&amp;api_key=[|‹hex›|]\"")]
    [InlineData("\"https://api.corp.net/v2?q=a\\u0026apikey=[|‹hex›|]\"")]
    [InlineData("grant_type=client_credentials&client_id=edi&client_secret=[|‹tok›|]")]
    [InlineData("body: \"client_secret=[|‹tok›|]&grant_type=client_credentials\"")]
    [InlineData("https://api.corp.net/login?user=bob&password=[|‹pw›|]")]
    [InlineData("jdbc:mysql://db.corp.net/x?user=app&password=[|‹pw›|]")]
    [InlineData("https://jobs.azurewebsites.net/api/Run?code=[|‹b64›|]")]
    [InlineData("https://rates.corp.net/latest.json?app_id=[|‹hex›|]&base=EUR")]
    public void Secret_InAQuery_IsFound(string text) => Row.Check(text, "notes.txt", "query-secret");

    [Fact]
    public void JsonWebToken_InAQuery_IsOfThatKind() => Row.Check("https://api.corp.net/v2?token=[|‹jwt›|]", "notes.txt", "json-web-token");

    [Theory]
    [InlineData("https://x.blob.core.windows.net/c?sv=2023-11-03&se=2029-12-31&sp=r&sig=[|‹sigenc›|]")]
    [InlineData("SECRET = 'sv=2023-11-03&ss=b&sig=[|‹sigenc›|]'")]
    public void SharedAccessSignature_BesideItsFields_IsFound(string text) => Row.Check(text, "notes.txt", "azure-shared-access-signature");

    [Theory]
    [InlineData("https://api.corp.net/v2?key=YOUR_API_KEY")]
    [InlineData("https://api.corp.net/v2?key=name&token=abc123")]
    [InlineData("https://api.corp.net/v2?pageToken=‹tok›")]
    [InlineData("https://api.corp.net/v2?csrf_token=‹tok›")]
    [InlineData("https://api.corp.net/v2?token_type=bearer&access_token={0}")]
    [InlineData("https://api.corp.net/v2?access_token=${TOKEN}")]
    [InlineData("https://api.corp.net/v2?access_token=<token>")]
    [InlineData("https://api.corp.net/v2?key=pk_‹tok›")]
    [InlineData("https://id.corp.net/cb?code=‹b64›&state=x")]
    [InlineData("https://id.corp.net/cb?sig=‹sigenc›")]
    [InlineData("https://x.blob.core.windows.net/c?sv=2023-11-03&sig=<signature>")]
    [InlineData("primary_key=True, cache_key=‹tok›")]
    [InlineData("/login?user=bob&password=password")]
    [InlineData("curl \"https://x/?password=$(cat f)\"")]
    [InlineData("key=‹tok›")]
    [InlineData("[sheet](https://docs.google.com/spreadsheet/ccc?key=‹tok›&usp=sharing)")]
    [InlineData("https://spreadsheets.google.com/pub?hl=en&key=‹tok›&output=html")]
    public void NoSecret_InAQuery_IsSilent(string text) => Row.Check(text, "notes.md");

    [Fact]
    public void TokenOfABadge_IsNoSecretOfAQuery() => Row.CheckNot("https://ci.corp.net/status.svg?token=‹tok›", "notes.md", "query-secret");

    [Theory]
    [InlineData("https://b.s3.amazonaws.com/o?X-Amz-Expires=300&X-Amz-Signature=[|‹hex›‹hex›|]")]
    [InlineData("https://x.corp.net/login?page=2&password=[|correcthorse|]")]
    public void PassingOrDoubtful_IsBelowTheThreshold(string text) => Row.CheckLow(text, "notes.txt");
}
