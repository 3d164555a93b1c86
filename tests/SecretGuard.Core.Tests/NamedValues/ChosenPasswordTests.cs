namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>Words that people choose for passwords, told from labels, names and answers by what stands around them.</summary>
public sealed class ChosenPasswordTests
{
    [Theory]
    [InlineData("const pass = \"[|walnut-river-lantern|]\";", "a.ts")]
    [InlineData("MYSQL_PASSWORD=${MYSQL_PASSWORD:-[|walnut_saddle|]}", "setup.sh")]
    [InlineData("user.setPassword(\"[|sunrise|]\");", "A.java")]
    [InlineData("ssl.setKeyStorePassword(\"[|sunrise|]\");", "A.java")]
    [InlineData("String s = \"<user username=\\\"root\\\" password=\\\"[|sunrise|]\\\" roles=\\\"a\\\"/>\";", "A.java")]
    [InlineData("<bind host=\"ldap\" password=\"[|sunrise|]\"/>", "a.xml")]
    [InlineData("    >>> person.password = '[|sunrise|]'", "a.md")]
    [InlineData("PASSWORD = \"[|Password1|]\"", "a.py")]
    [InlineData("const string Dump = \"PGPASSWORD=[|‹pw›|] pg_dump -h db crm\";", "A.cs")]
    [InlineData("var run = \"env DB_PASSWORD=[|‹pw›|] dotnet run\";", "A.cs")]
    [InlineData("if (password.equals(\"[|letmein|]\")) return;", "A.java")]
    [InlineData("const string VaultPassphrase = \"[|‹plain› ‹Noun›#61 ‹plain›|]\";", "A.cs")]
    public void Word_UnderTheNameOfAPassword_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("if (password.equals(\"letmein\") || password.equals(\"qwerty\")) return;", "A.java")]
    [InlineData("const string Help = \"DB_PASSWORD=northern is what the service reads\";", "A.cs")]
    [InlineData("const pass = 'form-control';", "a.ts")]
    [InlineData("const string KeyPassword = \"retries=51 timeout=30s\";", "A.cs")]
    [InlineData("const string Password = \"Passw0rd is required\";", "A.cs")]
    [InlineData("password: 'reset-user-link',", "a.ts")]
    [InlineData("li.className = ok ? \"pass\" : \"fail\";", "a.js")]
    [InlineData("texts[\"Password\"] = \"Şifre\"; texts[\"Password\"] = \"Heslo\";", "a.cs")]
    [InlineData("x = store.getPassword(\"sunrise\");", "A.java")]
    [InlineData("Map.of(\"uid\", \"userPassword\", \"krb5Key\")", "A.java")]
    [InlineData("$t = new UsernamePasswordToken($user, 'main', ['ROLE']);", "a.php")]
    [InlineData("run(cluster.add.bind(cluster, 'SLAVE1', config));", "a.js")]
    public void Word_ThatIsALabelOrAName_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("http_basic_authenticate_with name: \"David\", password: \"[|Goliath|]\", only: :search", "a.rb")]
    [InlineData("{ \"username\": \"robot\", \"password\": \"[|Goliath|]\" }", "a.json")]
    [InlineData("login: robot\npassword: \"[|Goliath|]\"\n", "a.yml")]
    [InlineData("password: \"[|Goliath|]\"\nuser: robot\n", "a.yml")]
    [InlineData("c = Config{User: \"robot\", Password: \"[|Goliath|]\"}", "a.go")]
    [InlineData("u.userName = \"robot\";\nu.password = \"[|Goliath|]\";", "a.ts")]
    public void Word_BesideAUser_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("rules = { user: 'required', password: 'required' }", "a.js")]
    [InlineData("$rules = ['user' => 'required|min:3', 'password' => 'required|min:8'];", "a.php")]
    [InlineData("t = { user: \"Bruger\", password: \"Adgangskode\" }", "a.ts")]
    [InlineData("{ \"user\": \"Benutzer\", \"password\": \"‹Noun›\" }", "locales/de.json")]
    public void Word_BesideAUsersLabel_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("etcd --initial-cluster-token web-cluster-1", "run.sh")]
    [InlineData("auth_token = \"jwt,pub-key=./a.crt,sign-method=RS512\"", "a.py")]
    [InlineData("tool --auth-token jwt,pub-key=a.pub,priv-key=a.rsa,ttl=1m", "run.sh")]
    [InlineData("curl -d '{\"password\": \"'$NEW_PASS'\"}' https://example.net/", "a.rst")]
    [InlineData("char[] chars = \"Hello\\u00a0world\".toCharArray();", "A.java")]
    public void Value_ThatIsPutTogetherOrNumbered_IsSilent(string text, string path) => Row.Check(text, path);
}
