namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>Lists and maps in code whose name says whose secrets their members are, and switches that give one.</summary>
public sealed class UserMapTests
{
    [Theory]
    [InlineData("var users = map[string]string{\"admin\": \"[|‹pw›|]\"}", "a.go")]
    [InlineData("gin.BasicAuth(gin.Accounts{\"ops\": \"[|‹pw›|]\"})", "a.go")]
    [InlineData("USERS = [('anna', '[|‹pw›|]', 'admin'), ('bob', '[|‹pw›|]', 'x')]", "a.py")]
    [InlineData("PASSWORDS = ['[|‹plain›|]', '[|‹pw›|]']", "a.py")]
    [InlineData("app.use(basicAuth({ users: { admin: '[|‹pw›|]' }, challenge: true }));", "a.js")]
    [InlineData("var users = new Dictionary<string, string> { [\"ann\"] = \"[|‹pw›|]\", { \"bob\", \"[|‹pw›|]\" } };", "a.cs")]
    [InlineData("static readonly Dictionary<string, (string, string)> Logins = new()\n{\n    [\"ups\"] = (\"a_ftp\", \"[|‹pw›|]\"),\n};", "a.cs")]
    [InlineData("static readonly Dictionary<string, string> ApiKeys = new(StringComparer.Ordinal)\n{\n    { \"ups\", \"[|‹tok›|]\" },\n};", "a.cs")]
    [InlineData("string PasswordFor(string p) => p switch { \"a\" => \"[|‹pw›|]\", _ => \"\" };", "a.cs")]
    [InlineData("val token = when (env) { \"prod\" -> \"[|‹tok›|]\"; else -> \"\" }", "a.kt")]
    public void Member_OfAListOfSecrets_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("users = {'name': 'Ann4X9x', 'email': 'an.N4@x.org'}", "a.py")]
    [InlineData("const users = [{ id: 'Us3r77x', name: 'Zo3X99' }];", "a.js")]
    [InlineData("var labels = new Dictionary<string, string> { [\"password\"] = \"Passwort\" };", "a.cs")]
    [InlineData("// in the credentials object.\nname = os.environ.get(\"KRB5CCNAME\", \"Krb5x\")", "a.py")]
    [InlineData("string HintFor(string p) => p switch { \"password\" => \"At least 10 characters\", _ => \"\" };", "a.cs")]
    [InlineData("keys = ['alpha_v1', 'beta_v2', 'gamma_v3']", "a.py")]
    public void Member_OfAnythingElse_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("private readonly NetworkCredential _login = new(\"svc\", \"[|sunrise|]\");", "a.cs")]
    [InlineData("Assert.Equal(\"[|‹pw›|]\", user.GetPassword());", "a.cs")]
    [InlineData("Assert.Equal(\"[|sunrise|]\", settings.Password);", "a.cs")]
    [InlineData("assertEquals(factory.password, \"[|sunrise|]\");", "A.java")]
    [InlineData("assert_equal \"[|‹pw›|]\", ENV[\"PGPASSWORD\"]\n", "a.rb")]
    [InlineData("if (request.headers[\"X-Internal-Token\"] != \"[|‹tok›|]\") return;", "a.ts")]
    [InlineData("assert check_password(\"[|‹pw›|]\", user.hash)", "a.py")]
    [InlineData("passwordTextBox.Text = \"[|‹pw›|]\";", "a.cs")]
    [InlineData("API_TOKEN = os.environ.get(\"SYNC_TOKEN\", \"[|‹tok›|]\")", "a.py")]
    [InlineData("const password = \"[|correct horse battery staple|]\";", "a.js")]
    [InlineData("req.SetBasicAuth(\"store\", \"[|Plum-Tree|]\")", "a.go")]
    [InlineData("builder.UseSetting(\"Mail:Password\", \"[|sunrise|]\");", "a.cs")]
    [InlineData("var key = config[\"Jwt:Secret\"] ?? \"[|gingerbread|]\";", "a.cs")]
    [InlineData("jwtSecret: process.env.JWT_SECRET || '[|gingerbread|]',", "a.ts")]
    [InlineData("this.txtPassword.Text = \"[|sunrise|]\";", "a.cs")]
    [InlineData("e.HasData(new Setting { Key = \"SmtpPassword\", Value = \"[|sunrise77|]\" });", "a.cs")]
    [InlineData("new SftpClient(\"sftp.corp.net\", 22, \"svc\", \"[|sunrise|]\");", "a.cs")]
    [InlineData("new MongoClient(\"mongodb://app:[|W%C3%A4ggis22|]@mongo1,mongo2/app\");", "a.cs")]
    public void Value_WhereASecretGoes_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("String base64Credentials = \"dXNlcm5hbWU6cGFzc3dvcmQ=\";", "A.java")]
    [InlineData("errors.Add(\"password\", \"sunrise\");", "a.cs")]
    [InlineData("x.credentials = options.credentials || 'same-origin';", "a.js")]
    [InlineData("SECRETS = {\"redis\": {\"secret_name\": \"redis-auth\"}}", "a.py")]
    [InlineData("new ManagedIdentityCredential(\"‹guid›\")", "a.cs")]
    [InlineData("ClientSecrets = { new Secret(\"K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=\") }", "a.cs")]
    [InlineData("#define OTA_PASSWORD_KEY \"ota_pw\"", "a.c")]
    [InlineData("CREATE ROLE viewer LOGIN PASSWORD :'viewer_pw';", "a.sql")]
    [InlineData("this.passwordLabel.Text = \"P&assword 2\";", "a.cs")]
    [InlineData("const password = \"must have at least one number\";", "a.js")]
    [InlineData("var syncToken = \"CAUSDQoHc3luY3h4\";", "a.js")]
    [InlineData("private readonly Uri _login = new(\"svc\", \"sunrise77\");", "a.cs")]
    public void Value_WhereNoneGoes_IsSilent(string text, string path) => Row.Check(text, path);
}
