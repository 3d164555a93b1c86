namespace SecretGuard.Analyzers.Tests;

/// <summary>Every place in which C# puts a value.</summary>
public sealed class PlaceTests
{
    private const string Client = "\nclass Client(string user, string password) { public string Password = password; public string User = user; }";

    private const string Mock = "\nclass Mock<T> { public Setup<R> Setup<R>(System.Linq.Expressions.Expression<System.Func<T, R>> asked) => new(); } class Setup<R> { public void Returns(R value) { } } static class Stand { public static void Returns<T>(this T value, T answer) { } }";

    public static TheoryData<string> Texts =>
    [
        // Declarations
        "class C { const string Password = \"[|‹pw›|]\"; }",
        "class C { static readonly string password = \"[|‹plain›|]\"; }",
        "class C { public string Password { get; set; } = \"[|‹pw›|]\"; }",
        "class C { public string Password => \"[|‹pw›|]\"; }",
        "class C { public string Password { get { return \"[|‹pw›|]\"; } } }",
        "class C { public string GetPassword() { return \"[|‹pw›|]\"; } }",
        "class C { public string GetPassword() => \"[|‹pw›|]\"; }",
        "class C { void M(string password = \"[|‹pw›|]\") { } }",
        "record Db(string Host, string Password = \"[|‹pw›|]\");",

        // Members and entries
        "class C { void M(Client c) { c.Password = \"[|‹pw›|]\"; } }" + Client,
        "class C { void M(System.Collections.Generic.Dictionary<string, string> d) { d[\"Db:Password\"] = \"[|‹pw›|]\"; } }",
        "class C { void M(System.Collections.Generic.Dictionary<string, string> d) { d.Add(\"Db:Password\", \"[|‹pw›|]\"); } }",
        "class C { object M() => new System.Collections.Generic.Dictionary<string, string> { { \"Password\", \"[|‹pw›|]\" } }; }",
        "class C { object M() => new System.Collections.Generic.Dictionary<string, string> { [\"Password\"] = \"[|‹pw›|]\" }; }",
        "class C { object M() => new { User = \"svc\", Password = \"[|‹pw›|]\" }; }",
        "record Db(string User, string Password); class C { object M(Db db) => db with { Password = \"[|‹pw›|]\" }; }",

        // Arguments
        "class C { object M() => new Client(\"svc\", \"[|‹pw›|]\"); }" + Client,
        "class C { object M() => new Client(password: \"[|‹pw›|]\", user: \"svc\"); }" + Client,
        "class C { Client M() => new(\"svc\", \"[|‹pw›|]\"); }" + Client,
        "class C() : Client(\"svc\", \"[|‹pw›|]\");" + Client,
        "class C { public C(string password) { } public C() : this(\"[|‹pw›|]\") { } }",
        "class D(string value) : System.Attribute { public string Password { get; set; } = value; } [D(\"x\", Password = \"[|‹pw›|]\")] class C;",
        "record Db(string User, string Password); class C { object[] rows = [new Db(\"svc\", \"[|‹pw›|]\")]; }",
        "class C { void M() => System.Environment.SetEnvironmentVariable(\"DB_PASSWORD\", \"[|‹pw›|]\"); }",
        "class RowAttribute(params object[] values) : System.Attribute { public object[] Values = values; } class C { [Row(\"svc\", \"[|‹pw›|]\")] void SignsIn(string user, string password) { } }",
        "class C { void M(System.Collections.Generic.List<string> passwords) => passwords.Add(\"[|‹pw›|]\"); }",
        "class C { void M(B b) => b.Insert(\"Users\", columns: new[] { \"Id\", \"Password\" }, values: new object[] { 1, \"[|‹pw›|]\" }); } class B { public void Insert(string table, string[] columns, object[] values) { } }",
        "record ApiKey(string value); class C { object M() => new ApiKey(\"[|‹tok›|]\"); }",

        // Expressions
        "class C { string M(bool b) { string password = b ? \"[|‹pw›|]\" : \"\"; return password; } }",
        "class C { string Password(string e) => e switch { \"a\" => \"[|‹pw›|]\", _ => \"\" }; }",
        "class C { string M(string DefaultPassword, bool b) => b ? DefaultPassword : \"[|‹pw›|]\"; }",
        "class C { void M() { (string user, string password) login = (\"svc\", \"[|‹pw›|]\"); } }",
        "class C { void M() { var login = (user: \"svc\", password: \"[|‹pw›|]\"); } }",
        "class C { void M() { var (user, password) = (\"svc\", \"[|‹pw›|]\"); } }",
        "class C { bool M(string password) => password == \"[|‹pw›|]\"; }",
        "class C { bool M(string password) => password.Equals(\"[|‹pw›|]\"); }",
        "class C { bool M(string password) => password is \"[|‹pw›|]\"; }",
        "class C { void M(string password) { switch (password) { case \"[|‹pw›|]\": break; } } }",
        "class C { System.Func<string> password = () => \"[|‹pw›|]\"; }",
        "class C { System.Lazy<string> password = new(() => \"[|‹pw›|]\"); }",
        "class C { void M() { string Password() => \"[|‹pw›|]\"; } }",
        "class C { void M() { System.Func<string> getPassword = () => \"[|‹pw›|]\"; } }",
        "class C { void M() { string loadPassword() => \"[|‹pw›|]\"; } }",
        "string password = \"[|‹pw›|]\";\nSystem.Console.WriteLine(password.Length);",
        "static class E { extension(string s) { public string Password => \"[|‹pw›|]\"; } }",

        // Tuples and choices
        "class C { (string User, string Password) Login() => (\"svc\", \"[|‹pw›|]\"); }",
        "class C { (string User, string Password) Login(int i) => i switch { 1 => (\"svc\", \"[|‹pw›|]\"), _ => (\"adm\", \"[|‹plain›|]\") }; }",
        "class C { System.Threading.Tasks.Task<(string User, string Password)> Login() => System.Threading.Tasks.Task.FromResult<(string, string)>((\"svc\", \"[|‹pw›|]\")); }",
        "class C { async System.Threading.Tasks.Task<(string User, string Password)> Login(bool b) { await System.Threading.Tasks.Task.Yield(); return b ? (\"svc\", \"[|‹pw›|]\") : (\"\", \"\"); } }",
        "class C { System.Collections.Generic.List<(string User, string Password)> all = [(\"svc\", \"[|‹pw›|]\"), (\"adm\", \"[|‹plain›|]\")]; }",
        "class C { System.Collections.Generic.Dictionary<string, (string User, string Password)> all = new() { [\"eu\"] = (\"svc\", \"[|‹pw›|]\") }; }",
        "class C { void M() { string user, password; (user, password) = (\"svc\", \"[|‹pw›|]\"); } }",
        "class C { string GetPassword(string region) => region switch { \"eu\" => \"[|‹pw›|]\", \"us\" => \"[|‹plain›|]\", _ => \"\" }; }",
        "class C { void M(string region) { var value = region switch { \"eu\" => \"[|‹pw›|]\", _ => \"[|‹plain›|]\" }; Login(\"svc\", value); } void Login(string user, string password) { } }",
        "class C { string GetApiKey(string region) { var value = region == \"eu\" ? \"[|‹tok›|]\" : \"[|‹hex›|]\"; return value; } }",
        "class C { string GetApiKey(string region) { switch (region) { case \"eu\": return \"[|‹tok›|]\"; default: return \"[|‹hex›|]\"; } } }",
        "class C { void M(string region) { var rows = new System.Collections.Generic.Dictionary<string, string> { [\"eu\"] = \"[|‹plain›|]\", [\"us\"] = \"[|‹plain›|]\" }; Login(\"svc\", rows[region]); } void Login(string user, string password) { } }",
        "class C { System.Collections.Generic.Dictionary<string, string> signingKeys = new() { { \"2024\", \"[|‹tok›|]\" }, { \"2025\", \"[|‹hex›|]\" } }; }",
        "class C { static readonly string[] ApiKeys = [\"[|‹tok›|]\", \"[|‹hex›|]\"]; }",
        "class C { System.Collections.Generic.HashSet<string> ValidApiKeys { get; } = new() { \"[|‹tok›|]\", \"[|‹hex›|]\" }; }",
        "class C { System.Func<System.Threading.Tasks.Task<string>> AccessTokenProvider = () => System.Threading.Tasks.Task.FromResult(\"[|‹tok›|]\"); }",

        "class C { System.Collections.Generic.Dictionary<string, string> passwordsByUser = new() { [\"svc\"] = \"[|‹pw›|]\" }; }",
        "class C { void M(System.Collections.Generic.Dictionary<string, string> apiKeyByTenant) => apiKeyByTenant[\"north\"] = \"[|‹tok›|]\"; }",

        // What a stand-in answers, and what a column begins with
        "class C { void M(Mock<System.Collections.Generic.IDictionary<string, string>> mock) => mock.Setup(c => c[\"Jwt:SigningKey\"]).Returns(\"[|‹tok›|]\"); }" + Mock,
        "class C { void M(Mock<Client> mock) => mock.Setup(c => c.Password).Returns(\"[|‹pw›|]\"); }" + Mock + Client,
        "class C { void M(System.Collections.Generic.IDictionary<string, string> settings) => settings[\"Db:Password\"].Returns(\"[|‹pw›|]\"); }" + Mock,
        "class C { void M(B b) => b.AddColumn(\"Password\", \"Clients\", defaultValue: \"[|‹pw›|]\"); } class B { public void AddColumn(string name, string table, string defaultValue) { } }",
        "class C { object M(Hasher hasher) => hasher.HashPassword(\"svc\", \"[|‹plain›|]\"); } class Hasher { public string HashPassword(string user, string password) => user + password; }",

        "class C { static byte[] CipherKey() => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(\"[|my‹Noun›Is‹Noun›61|]\")); }",
        "class C { static readonly byte[] encryptionKey = System.Text.Encoding.UTF8.GetBytes(\"[|my‹Noun›Is‹Noun›61|]\"); }",

        // Fallbacks
        "class C { string M(System.Collections.Generic.IDictionary<string, string> configuration) => configuration[\"Db:Password\"] ?? \"{|SG1003:‹pw›|}\"; }",
        "class C { string M() => System.Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? \"{|SG1003:‹pw›|}\"; }",

        // Command lines
        "class C { void M() => System.Diagnostics.Process.Start(\"sqlcmd\", new[] { \"-U\", \"sa\", \"-P\", \"‹pw›\" }); }".Replace("‹pw›", "[|‹pw›|]", StringComparison.Ordinal).Replace("new[] { \"-U\"", "new[] { \"sqlcmd\", \"-U\"", StringComparison.Ordinal),
        "class C { object M() => new System.Diagnostics.ProcessStartInfo(\"sshpass\") { ArgumentList = { \"-p\", \"[|‹pw›|]\", \"ssh\", \"host\" } }; }",
        "class C { void M() { var start = new System.Diagnostics.ProcessStartInfo(); start.FileName = \"7z\"; start.Arguments = \"a -p[|‹pw›|] out.7z x\"; } }",
        "class C { object M() => new System.Diagnostics.ProcessStartInfo { FileName = \"7z\", Arguments = @\"a -p\"\"[|‹plain›|]\"\" out.7z x\" }; }",
        "class C { object M() => new System.Diagnostics.ProcessStartInfo(\"7z.exe\", $\"a -p[|‹plain›|] out.7z {this}\"); }",
        "class C { object M() => new System.Diagnostics.ProcessStartInfo(\"7z\", \"a -p\\\"[|‹plain›|]\\\" out.7z x\"); }",
        "class C { void M() { var start = new System.Diagnostics.ProcessStartInfo(\"sqlcmd\"); start.ArgumentList.Add(\"-P\"); start.ArgumentList.Add(\"[|‹plain›|]\"); } }",
        "class C { void M() { var start = new System.Diagnostics.ProcessStartInfo(\"7z\"); start.ArgumentList.Add(\"-p[|‹plain›|]\"); } }",
        "class C { void M(System.Diagnostics.ProcessStartInfo start) { start.ArgumentList.Add(\"--password\"); start.ArgumentList.Add(\"[|‹plain›|]\"); } }",
        "class C { void M() => System.Diagnostics.Process.Start(\"plink\", \"-ssh -pw [|‹plain›|] root@host\"); }",
        "class C { void M() => System.Diagnostics.Process.Start(\"SqlPackage.exe\", \"/Action:Publish /TargetPassword:[|‹plain›|] /p:X=1\"); }",
        "class C { void M() => Run(\"sqlpackage\", \"/Action:Publish\", \"/TargetPassword:[|‹plain›|]\"); void Run(params string[] words) { } }",
        "class C { void M() => System.Diagnostics.Process.Start(\"net\", @\"use Z: \\\\fs\\x /user:CORP\\svc [|‹plain›|]\"); }",

        // Variables of the environment
        "class C { void M(System.Diagnostics.ProcessStartInfo start) { start.EnvironmentVariables[\"APP_UPDATE_PASSWORD\"] = \"[|‹Noun›1997|]\"; } }",
        "class C { void M() => System.Environment.SetEnvironmentVariable(\"APP_RESET_SECRET\", \"[|‹tok›|]\"); }",

        // Codes of people, and keys in addresses
        "class C { const string UnlockCode = \"[|731904|]\"; string pin = \"[|4719|]\"; string GetUnlockCode(int day) => day % 2 == 0 ? \"[|657782|]\" : \"[|219442|]\"; }",
        "class C { object M() => new System.Uri(\"https://api.example.org/weather?q=Ulm&appid=[|‹hex›|]\"); }",

        // Forms and cookies
        "class C { void M() => new Jar().AddCookie(\"session\", \"[|‹tok›|]\"); class Jar { public void AddCookie(string name, string value) { } } }",
        "class C { void M() => new Page().Fill(\"#password\", \"[|‹pw›|]\"); class Page { public void Fill(string selector, string value) { } } }",
        "class C { void M() => new Page().Find(By.Name(\"password\")).SendKeys(\"[|‹pw›|]\"); class By { public static By Name(string name) => new(); } class Page { public Page Find(By by) => this; public void SendKeys(string text) { } } }",

        // What is asked for is in the question
        "class C { bool M(System.Text.StringBuilder apiKey) => apiKey.ToString().Equals(\"[|‹tok›|]\", System.StringComparison.Ordinal); }",
        "class C { bool M(System.Collections.Generic.Dictionary<string, string> form) => form.TryGetValue(\"password\", out var p) && p is \"[|‹pw›|]\"; }",
        "class C { bool IsMasterPassword(string text) => text == \"[|‹pw›|]\"; }",
        "class C { bool M(H headers) { var key = headers.GetValue(\"x-api-key\"); return key is \"[|‹tok›|]\" or null; } } class H { public string GetValue(string key) => key; }",
        "class C { bool M(System.Collections.Generic.Dictionary<string, string> form) { string given = form[\"password\"] ?? \"\"; return given.Equals(\"[|‹pw›|]\"); } }",
        "class C { void M(string password) { switch (password) { case \"[|123456|]\": break; } } }",

        // Only the part that is one
        "class C { void M() { const string id = \"orders\"; Send(\"Basic \" + System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(id + \":\" + \"[|‹tok›|]\"))); } void Send(string authorization) { } }",
        "class C { const string User = \"orders\"; const string Password = \"[|‹pw›|]\"; string M() => Connect($\"Server=db;User Id={User};Password={Password}\"); string Connect(string s) => s; }",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_IsReported(string text) => Code.Check(text);
}
