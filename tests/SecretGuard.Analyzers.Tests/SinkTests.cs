using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;

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
        "_ = new System.Security.Cryptography.HMACSHA256(System.Text.Encoding.UTF8.GetBytes(\"[|three green boats on the river, and nobody rows|]\"));",
        "_ = System.Security.Cryptography.HMACSHA256.HashData(\"[|‹plain›/vouchers/2024|]\"u8, new byte[4]);",
        "new SecretClient().SetSecretAsync(\"smtp-relay\", \"[|‹pw›|]\"); } class SecretClient { public void SetSecretAsync(string name, string value) { }",
        "var raw = System.Text.Encoding.Latin1.GetBytes(\"orders\" + \":\" + \"[|‹pw›|]\"); _ = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Basic\", System.Convert.ToBase64String(raw));",
        "_ = new System.Security.Cryptography.ChaCha20Poly1305(Base64Url(\"[|‹sig›|]\")); static byte[] Base64Url(string text) => System.Convert.FromBase64String(text);",
        "var builder = new System.Data.Common.DbConnectionStringBuilder(); builder[\"PWD\"] = \"[|‹pw›|]\";",
        "string id = System.Environment.MachineName; _ = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Basic\", System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(id + \":\" + \"[|‹tok›|]\")));",
        "var secure = new System.Security.SecureString(); System.Linq.Enumerable.ToList(\"[|‹pw›|]\").ForEach(secure.AppendChar);",
        "var secure = new System.Security.SecureString(); System.Array.ForEach(\"[|‹pw›|]\".ToCharArray(), secure.AppendChar);",
        "System.IO.File.WriteAllText(System.IO.Path.Combine(\"home\", \".pgpass\"), \"[|db.corp.net:5432:orders:svc:‹pw›|]\");",
        "System.IO.File.AppendAllLines(\"/root/.netrc\", new[] { \"machine git.corp.net\", \"login svc\", \"[|password ‹tok›|]\" });",
        "new System.Net.CookieContainer().SetCookies(new System.Uri(\"https://host\"), \"sid=[|‹tok›|]; Secure\");",
        "new System.Net.WebHeaderCollection()[System.Net.HttpRequestHeader.Cookie] = \"JSESSIONID=[|‹tok›|]\";",
        "string Mix(string text) { const string mask = \"[|‹tok›|]\"; return string.Concat(System.Linq.Enumerable.Select(text, (c, i) => (char)(c ^ mask[i % mask.Length]))); }",
        "const string answers = [|\"<unattend><Password><Value>‹pw›</Value></Password></unattend>\"|];".Replace("[|\"", "\"[|", StringComparison.Ordinal).Replace("\"|]", "|]\"", StringComparison.Ordinal),
        "var writer = new System.IO.StringWriter(); writer.Write(\"USER svc\\r\\n\"); Send(\"PASS [|‹pw›|]\\r\\n\"); static void Send(string line) { }",
        "_ = new System.Net.NetworkCredential(\"svc\", \"[|‹Noun› likes three green boats|]\");",
        "_ = new System.Diagnostics.ProcessStartInfo(\"mmc\") { PasswordInClearText = \"[|‹plain›|]\" };",
        "_ = System.Security.Cryptography.HKDF.Expand(System.Security.Cryptography.HashAlgorithmName.SHA256, System.Text.Encoding.UTF8.GetBytes(\"[|‹tok›|]\"), 32);",
        "Row row = new(); row[\"unicodePwd\"].Value = \"[|‹pw›|]\"; } class Row { public Cell this[string name] => new(); } class Cell { public string? Value { get; set; }",
    ];

    public static TheoryData<string> Harmless =>
    [
        "new System.Net.WebHeaderCollection()[System.Net.HttpRequestHeader.IfNoneMatch] = \"‹hex›\";",
        "const string form = \"<form><label>Password</label><input name='password' /></form>\";",
        "Send(\"PASS the salt, please\\n\"); static void Send(string line) { }",
        "var key = new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };",
        "_ = new System.Net.NetworkCredential(\"svc\", \"your-password\");",
        "_ = new System.Net.NetworkCredential(\"svc\", \"{password}\");",
        "_ = new System.Net.NetworkCredential(\"svc\", \"\");",
        "_ = new System.Net.NetworkCredential(\"anonymous\", \"orders@corp.example.net\");",
        "Row row = new(); row[\"unicodePwd\"].Name = \"‹plain›\"; } class Row { public Cell this[string name] => new(); } class Cell { public string? Name { get; set; }",
        "System.IO.File.WriteAllText(\"README.txt\", \"host:port:database:user:password\");",
        "System.IO.File.WriteAllText(\".npmrc\", \"//registry.npmjs.org/:_authToken=${NPM_TOKEN}\");",
        "_ = System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(System.Environment.MachineName + \":\"));",
        "var builder = new System.Collections.Generic.Dictionary<string, string>(); builder[\"PWD\"] = \"/home/orders\";",
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Other_IsSilent(string statements) => Code.CheckStatements(statements);

    [Fact]
    public void AttributeThatSaysPassword_IsEnough() =>
        Code.Check("class C { [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)] public string Kiosk { get; set; } = \"[|‹pw›|]\"; }");

    [Theory]
    [MemberData(nameof(Statements))]
    public void Argument_IsReported(string statements) => Code.CheckStatements(statements);

    [Fact]
    public void EveryKnownSink_IsReported() =>
        Code.Check(string.Join("\n", KnownSinks.All.Select((sink, i) => $"namespace N{i} {{ {Use(sink)} }}")));

    private static string Use(TypedSink sink)
    {
        string value = "\"[|" + (sink.Kind == NameKind.Password ? "‹plain›" : "‹tok›") + "|]\"";
        return (sink.Path.Split('.'), sink.Parameter) switch
        {
            ([var type, var member], null) => $"class {type} {{ public string {member} = null!; }} class Use {{ void Set({type} it) => it.{member} = {value}; }}",
            ([var type, var method], var parameter) => $"class {type} {{ public static void {method}(string {parameter}) {{ }} }} class Use {{ void Call() => {type}.{method}({value}); }}",
            ([var type], var parameter) => $"class {type} {{ public {type}(string {parameter}) {{ }} }} class Use {{ {type} made = new({value}); }}",
            _ => throw new InvalidOperationException(sink.ToString()),
        };
    }
}
