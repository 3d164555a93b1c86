namespace SecretGuard.Analyzers.Tests;

/// <summary>Types that take a secret under a name that does not say so.</summary>
public sealed class SinkTests
{
    public static TheoryData<string> Statements =>
    [
        "_ = new System.Net.NetworkCredential(\"svc\", \"[|‹plain›|]\");",
        "_ = new System.Security.Cryptography.HMACSHA256(System.Text.Encoding.UTF8.GetBytes(\"[|‹tok›|]\"));",
        "_ = System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(\"[|‹tok›|]\"), new byte[4]);",
        "using var aes = System.Security.Cryptography.Aes.Create(); aes.Key = System.Convert.FromBase64String(\"[|‹sig›|]\");",
        "_ = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", \"[|‹tok›|]\");",
        "new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"X-Api-Key\", \"[|‹tok›|]\");",
        "var builder = new System.UriBuilder(\"https://host\") { UserName = \"svc\", Password = \"[|‹pw›|]\" };",
        "_ = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = \"Server=db;User Id=svc;Password=[|‹pw›|]\" };",
        "const string host = \"db\"; _ = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = $\"Server={host};User Id=svc;Password=[|‹pw›|]\" };",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Argument_IsReported(string statements) => Code.CheckStatements(statements);
}
