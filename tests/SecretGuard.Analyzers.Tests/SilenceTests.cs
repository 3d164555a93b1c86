namespace SecretGuard.Analyzers.Tests;

/// <summary>What analyzers that look for words complain about, and this one does not.</summary>
public sealed class SilenceTests
{
    public static TheoryData<string> Members =>
    [
        // Texts for people
        "const string PasswordLabel = \"Password\";",
        "const string PasswordRequired = \"The password is required\";",
        "const string PasswordHint = \"at least 12 characters, one digit\";",
        "const string ForgotPassword = \"Forgot your password?\";",
        "void M() => throw new System.ArgumentException(\"Password must not be empty\", \"password\");",

        // Names of secrets and of settings
        "string M(S s) => s.GetSecret(\"db-password\"); class S { public string GetSecret(string name) => name; }",
        "string M(S s) => s.GetSecret(\"db-password\", \"‹hex›\"); class S { public string GetSecret(string name, string version) => name + version; }",
        "const string ApiKeyHeader = \"X-Api-Key\";",
        "const string PasswordKey = \"Db:Password\";",
        "const string TokenEndpoint = \"https://login.example.net/oauth2/token\";",
        "const string SecretName = \"orders-database-password\";",

        "void M() => new Jar().AddCookie(\"theme\", \"dark-high-contrast\"); class Jar { public void AddCookie(string name, string value) { } }",
        "void M() => new Page().Fill(\"#search\", \"token expired\"); class Page { public void Fill(string selector, string value) { } }",
        "bool IsPasswordField(string name) => name == \"confirm-password\";",
        "void M(string password) { switch (password) { case \"\": case \"password\": case \"123456\": break; } }",
        "bool M(string password) => password is \"password\" or \"12345678\" or \"qwerty\";",
        "bool SaysPassword(string word) => word is \"user\" or \"username\" or \"email\" or \"login\";",
        "static readonly byte[] KeyBag = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x01];",
        "static readonly byte[] ShroudedKeyBag = { 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x02 };",
        "System.Collections.Generic.Dictionary<string, string[]> outputs = new() { [\"random_password\"] = [\"result\", \"bcrypt_hash\"] };",
        "static readonly string[] OfNoSecret = [\"no secret: made up for a test\", \"accepted: opens nothing that matters\"];",
        "bool M(string password) => password.Equals(\"password\") || password.Equals(\"qwerty\") || string.Equals(password, \"letmein\");",
        "const string EncryptedPassword = \"‹sig›\"; const string PasswordCiphertext = \"‹sig›\";",
        "bool M() { var key = System.Environment.GetEnvironmentVariable(\"REGION\"); return key == \"‹plain›\"; }",

        // Placeholders
        "const string Password = \"\";",
        "const string Password = \"********\";",
        "const string Password = \"<your-password>\";",
        "const string Password = \"changeme\";",
        "const string Password = \"${DB_PASSWORD}\";",
        "const string Password = \"{{ password }}\";",
        "const string ApiKey = \"YOUR_API_KEY\";",
        "const string Password = \"DefaultFoo\";",
        "const string Expected = \"<input name='foo' type='password' value='SampleValue' />\";",

        // Public values
        "const string PasswordHash = \"$2a$11$‹hex›‹hex›‹hex›\";",
        "const string PublicKeyToken = \"‹hex›\";",
        "const string KeyId = \"‹guid›\";",
        "const string Integrity = \"sha256-‹sig›\";",
        "const string CacheKey = \"orders:token:v2:\";",
        "const string PasswordPattern = @\"^(?=.*[A-Z])(?=.*\\d).{12,}$\";",
        "const string Token = nameof(Token);",
        "enum TokenKind { Access, Refresh }",
        "string M(bool token) => token ? \"TokenKind.Access\" : \"none\";",
        "void M(string token) { switch (token) { case \"begin\": case \"end\": break; } }",
        "bool M(string key) => key == \"Enter\";",

        "const string Salt = \"‹sig›\"; const string PasswordSalt = \"‹sig›\"; static readonly byte[] HashSalt = System.Convert.FromBase64String(\"‹sig›\");",
        "const string CorrelationToken = \"‹guid›\"; const string ConcurrencyToken = \"‹guid›\"; const string trackingToken = \"‹guid›\";",
        "System.Collections.Generic.Dictionary<string, string> secretNamesByTenant = new() { [\"north\"] = \"‹hyphened›\" };",
        "void M(B b) => b.AddColumn(\"PasswordHash\", \"Clients\", defaultValue: \"‹plain›\"); class B { public void AddColumn(string name, string table, string defaultValue) { } }",
        "void M(B b) => b.Name.Returns(\"‹plain›\"); class B { public A Name = new(); } class A { public void Returns(string value) { } }",

        "static readonly byte[] SigningKeyName = System.Text.Encoding.UTF8.GetBytes(\"‹Noun›Orders61\"); static System.ReadOnlySpan<byte> SigningKey => \"signing_key\"u8;",
        "static readonly byte[] primaryKey = System.Text.Encoding.UTF8.GetBytes(\"my‹Noun›Is61\");",

        // Beside a secret
        "(string Table, string Column) Where() => (\"‹plain›\", \"‹tok›\"); string Password { get; set; } = \"\";",
        "(string User, string Password) Login(int i) => i switch { 1 => (\"‹plain›\", \"\"), _ => (\"orders\", \"${PASSWORD}\") };",
        "void M() { var rows = new System.Collections.Generic.Dictionary<string, string> { [\"user\"] = \"‹plain›\", [\"where\"] = \"\" }; Login(rows[\"user\"], rows[\"where\"]); } void Login(string user, string password) { }",
        "string GetRegion(string country) { var value = country switch { \"de\" => \"‹plain›\", _ => \"‹hyphened›\" }; return value; }",
        "string[] Keywords = { \"‹plain›\", \"password\" };",

        // Beside the arguments and codes that are
        "void M() { var start = new System.Diagnostics.ProcessStartInfo(\"dotnet\"); start.ArgumentList.Add(\"--output\"); start.ArgumentList.Add(\"‹plain›\"); }",
        "void M() { var start = new System.Diagnostics.ProcessStartInfo(); start.FileName = \"7z\"; start.Arguments = \"x -y ‹plain›.7z\"; }",
        "void M(System.Diagnostics.ProcessStartInfo start) { start.ArgumentList.Add(\"--password\"); start.ArgumentList.Add(\"${PASSWORD}\"); }",
        "string Route = \"/account/password:reset\"; string Verb = \"/password:reset\";",
        "void M(System.Diagnostics.ProcessStartInfo start) { start.EnvironmentVariables[\"APP_REQUIRE_PASSWORD\"] = \"always\"; start.EnvironmentVariables[\"APP_PROMPT_PASSWORD\"] = \"true\"; start.EnvironmentVariables[\"APP_PASSWORD_FILE\"] = \"/run/secrets/‹plain›\"; }",
        "const string PostalCode = \"48117\"; const string ErrorCode = \"731904\"; const string gpio_pin = \"4719\"; const string LedPin = \"2719\"; const string CountryCode = \"7319\";",
        "object M() => new System.Uri(\"https://api.example.org/weather?appid=‹guid›\");",
        "object M() => new System.Uri(\"https://api.example.org/weather?appid=440&user=1\");",

        // Read from elsewhere
        "string Password => System.Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? throw new System.InvalidOperationException(\"Set DB_PASSWORD\");",
        "string M(System.Collections.Generic.IDictionary<string, string> configuration) => configuration[\"Db:Password\"];",
        "string M(string host) => $\"Server={host};Database=orders;Integrated Security=true\";",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_IsSilent(string members) => Code.Check("class C { " + members + " }");

    [Fact]
    public void RowOfATest_WithAWordToRefuse_IsSilent() =>
        Code.Check("class RowAttribute(params object[] values) : System.Attribute { public object[] Values = values; } class C { [Row(\"short\", false)] void Validates(string password, bool isValid) { } }");
}
