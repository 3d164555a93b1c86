using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Detection;

/// <summary>Names that say secret, bound to literals as languages, build files and documents bind them; and what stands beside such names without being bound.</summary>
public sealed class NamedValueTests
{
    [Theory]
    [InlineData("#define WIFI_PASSWORD \"[|‹pw›|]\"", "wifi.ino")]
    [InlineData("#define WIFI_PASSWORD \"[|shibboleth|]\"", "wifi.c")]
    [InlineData("char password[32] = \"[|‹pw›|]\";", "wifi.c")]
    [InlineData("const char password[] PROGMEM = \"[|‹pw›|]\";", "wifi.cpp")]
    [InlineData("    storePassword '[|‹pw›|]'", "build.gradle")]
    [InlineData("(setq smtp-password \"[|‹pw›|]\")", "init.el")]
    [InlineData("(def db {:user \"robot\" :password \"[|‹pw›|]\"})", "db.clj")]
    [InlineData("{password, \"[|‹pw›|]\"}.", "app.erl")]
    [InlineData("  set :password, \"[|‹pw›|]\"", "deploy.rb")]
    [InlineData("ENV['API_TOKEN'] ||= '[|‹tok›|]'", "boot.rb")]
    [InlineData("password <- \"[|‹pw›|]\"", "load.R")]
    [InlineData("set password \"[|‹pw›|]\"", "login.tcl")]
    [InlineData("set(DB_PASSWORD \"[|‹pw›|]\")", "CMakeLists.txt")]
    [InlineData("Dim password As String = \"[|‹pw›|]\"", "Login.vb")]
    [InlineData("password = input() or '[|‹pw›|]'", "login.py")]
    [InlineData("parser.add_argument('--password', default='[|‹pw›|]')", "login.py")]
    [InlineData("user.twofa_totp_key = \"[|‹seed›|]\"", "tests/users_test.rb")]
    [InlineData("ENV DB_PASSWORD [|‹pw›|]", "Dockerfile")]
    [InlineData("password=${TEST_PASSWORD:-\"[|‹pw›|]\"}", "run.sh")]
    [InlineData("- **Password**: [|‹pw›|]", "README.md")]
    [InlineData("- **Password:** [|‹pw›|]", "README.md")]
    [InlineData("**Admin password:** `[|‹pw›|]`", "README.md")]
    [InlineData("| Password | [|‹pw›|] |", "README.md")]
    [InlineData("| `DB_PASSWORD` | `[|‹pw›|]` |", "README.md")]
    [InlineData("| **Password** | [|‹pw›|] |", "README.md")]
    [InlineData("dn: uid=robot\nuserPassword: [|sunrise|]", "users.ldif")]
    [InlineData("spring.datasource.password=[|sunrise|]", "src/main/resources/application.properties")]
    [InlineData("const string NwkSKey = \"[|‹hex›|]\"; const string AppSKey = \"[|‹hex›|]\";", "Lora.cs")]
    [InlineData("string PagingSecret = \"[|‹sig›|]\";", "Paging.cs")]
    [InlineData("basic.auth.user.info=schema-ro:[|‹tok›|]", "client.properties")]
    [InlineData("var c = new Config { BasicAuthUserInfo = \"schema-ro:[|‹pw›|]\" };", "Kafka.cs")]
    [InlineData("string Passphrase = \"[|three green boats past Utrecht 7|]\";", "Bank.cs")]
    [InlineData("var p = new { User = \"NW17\", Secret = \"[|Cargo_geheim7|]\" };", "Partner.cs")]
    public void Literal_BoundToASecretsName_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("browserstack-access-key", "var browserStackKey = \"[|‹key›|]\";")]
    [InlineData("steam-web-api-key", "var steamWebKey = \"[|‹key›|]\";")]
    public void Key_UnderTheNameOfItsIssuer_IsFoundInTestsToo(string slug, string text)
    {
        string key = Catalogue.Default.Rules.Single(rule => rule.Slug == slug).MakeExample(new Random(7));
        Row.Check(text.Replace("‹key›", key, StringComparison.Ordinal), "tests/PortalTests.cs", slug);
    }

    [Theory]
    [InlineData("config.set(Keys::SECRET_KEY, '[|‹hex›|]');", "boot.php")]
    [InlineData("if got, want := tok.AccessToken, \"[|‹tok›|]\"; got != want {", "token.go")]
    public void DrawnLiteral_NextToAQualifiedName_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("log(user.password, \"sunrise77\");", "log.js")]
    [InlineData("show password \"sunrise\"", "steps.rb")]
    [InlineData("| Token | Description |", "README.md")]
    [InlineData("| `password` | `string` | of the account |", "README.md")]
    [InlineData("| `--token` | `-t` | `TOKEN` |", "README.md")]
    [InlineData("| `password` | `length` (32) letters and digits |", "README.md")]
    [InlineData("| `password` | `length` |", "README.md")]
    [InlineData("| `token` | refreshed |", "README.md")]
    [InlineData("| `DB_PASSWORD` | required |", "README.md")]
    [InlineData("| **Password** | `changeme` |", "README.md")]
    [InlineData("- **Password:** the one of your account", "README.md")]
    [InlineData("- **Password:** *required*, `string`", "README.md")]
    [InlineData("`DB_PASSWORD`\n\n| sunrise77 | x |", "README.md")]
    [InlineData("plugins = ['password', 'v2password', 'v3password']", "opts.py")]
    [InlineData("fields = ['snmpv3_authpassphrase', 'snmpv3_privprotocol']", "fields.php")]
    [InlineData("if test \"x$found_ssl_with_psk\" = \"xyes\"; then", "configure.sh")]
    [InlineData("config.AddUserSecrets(\"orders-‹guid›\");", "Program.cs")]
    [InlineData("var x = $\"<w:Password Type=\\\"#PasswordDigest\\\">{password}</w:Password>\";", "Soap.cs")]
    [InlineData("$\"\"\"\n  <w:Password Type=\"#PasswordDigest\">{password}</w:Password>\n  \"\"\"", "Soap.cs")]
    [InlineData("if (password == user || password == \"password\" || password == \"12345678\" || password == \"welcome1\") return false;", "Policy.cs")]
    public void Literal_BesideASecretsName_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("proxy_pass backend7:5000;", "nginx.conf")]
    [InlineData("psk = NONE:+PSK:+AES-128-GCM:+SHA256", "agent.conf")]
    [InlineData("// token = 1*tchar", "http.c")]
    [InlineData("'password' => 'required|string',", "Login.php")]
    [InlineData("token = \"pkcs11:token=Software%20PKCS%2311%20Softtoken\"", "uri.c")]
    [InlineData("signingkey = D14A1F16", "git.conf")]
    [InlineData("$row->password = \":B:{$row->id}:{$row->hash7}\";", "Row.php")]
    [InlineData("headers = sprintf(\"Authorization: %s4-HMAC-SHA256\", name);", "sign.c")]
    [InlineData("\"mailpassword\": \"密碼提醒已經在最近$1小時內發送\"", "zh.json")]
    [InlineData("\"MsmKey\" = \"8:_092CBAA0A0914855A6FDE86CD482FD39\"", "setup.txt")]
    [InlineData("password = YOURPASSWORDHERE", "app.conf")]
    [InlineData("\"secret\": \"CHANGE_THIS_SECRET!\"", "app.json")]
    [InlineData("token=%2B%5C", "run.conf")]
    [InlineData("PGPASSWORD=x$long_password psql", "run.sh")]
    [InlineData("const string TokenPrimary = \"#5b3fd6\"; const string TokenShadow = \"#5B3FD680\";", "Theme.cs")]
    [InlineData("ClientKey = \"pk_live_‹tok›‹tok›\"", "shop.conf")]
    [InlineData("const string AppCenterSecret = \"ios=‹guid›;android=‹guid›;\";", "App.cs")]
    [InlineData("const string RecipientReferencePassword = \"S005\";", "Edifact.cs")]
    [InlineData("string Passphrase = \"Three lines of Text 7\"; string password = \"see page of the Manual 7\";", "Help.cs")]
    [InlineData("var p = new { User = \"NW17\", Secret = \"cargo_secret7\" };", "Partner.cs")]
    public void Value_InANotationOfTheTrade_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("ldapsearch -x -D cn=robot -W -s base7 -b dc=corp", "find.sh")]
    [InlineData("server -passwd .htpasswd7", "run.sh")]
    [InlineData("openssl pkcs12 -in a.crt -out a.p12 -password pass:password", "run.sh")]
    [InlineData("curl --proxy-pass 7.52.0", "run.sh")]
    [InlineData("passwd = (!config.IsEmpty()) ? config.CStr() : nullptr; host = a; user = b", "Db.cpp")]
    [InlineData("host = db user = robot password = strchr (user, ':');", "guide.rst")]
    [InlineData("url = \"http://user[:passw0rd7]@host.corp.net/\"", "help.txt")]
    [InlineData("{\"Name\":\"ETag\",\"Value\":\"\\\"‹tok›aB3/G/E6pw=\\\"\"}]},{\"Route\":\"lib/a.css\",\"AssetFile\":\"lib/a.css\",\"Selectors\":[],\"Headers\":[{\"Name\":\"ETag\",\"Value\":\"\\\"a\"", "assets.json")]
    [InlineData("<passkey-submit request-token-value=\"@tokens?.RequestToken\">", "Submit.razor")]
    [InlineData("\"SignedHeaders=host;x-amz-security-token, Signature=‹hex›‹hex›\"", "sign.go")]
    public void WordOfTheSyntaxItself_IsSilent(string text, string path) => Row.Check(text, path);
}
