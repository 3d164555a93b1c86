namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>Names and values in the syntaxes of configuration, scripts and documents: what each writes, and its neighbour that is none.</summary>
public sealed class ConfigurationSyntaxTests
{
    [Theory]
    [InlineData("password: &admin [|‹plain›|]\nother: *admin\n", "a.yml")]
    [InlineData("password: !!str [|‹pw›|]\n", "a.yml")]
    [InlineData("- run: PGPASSWORD=[|‹plain›|] psql -h db1 -U app\n", "a.yml")]
    [InlineData("- mysql_user: name=shop password=[|‹plain›|] state=present\n", "a.yml")]
    [InlineData("users = [ { user: ops, password: [|‹pw›|] } ]\n", "nats.conf")]
    [InlineData("<password><![CDATA[[|‹pw›|]]]></password>", "a.xml")]
    [InlineData("FROM base\nENV ADMIN_PASSWORD [|‹plain›|]\n", "Dockerfile")]
    [InlineData("SetEnv DB_PASSWORD [|‹plain›|]\n", "httpd.conf")]
    [InlineData("  set $api_token \"[|‹tok›|]\";\n", "nginx.conf")]
    [InlineData("poll mail1 protocol imap username \"bob\" password \"[|‹pw›|]\" ssl\n", "fetchmail.conf")]
    [InlineData("  user ops insecure-password [|‹pw›|]\n", "haproxy.cfg")]
    [InlineData("  storePassword \"[|‹plain›|]\"\n", "build.gradle")]
    [InlineData("  run_as_password '[|‹pw›|]'\n", "default.rb")]
    [InlineData("DECLARE @password nvarchar(50) = '[|‹pw›|]';", "a.sql")]
    [InlineData("  export ADMIN_TOKEN=[|‹tok›|]\n", "main.tf")]
    [InlineData("<user password=\"{noop}[|‹pw›|]\" />", "security.xml")]
    [InlineData("-- password of the dba: [|‹pw›|]\nSELECT 1;", "a.sql")]
    [InlineData("rem password for the share: [|‹pw›|]\r\n", "a.cmd")]
    [InlineData("<wsse:Password Type=\"PasswordText\">[|‹plain›|]</wsse:Password>", "soap.xml")]
    [InlineData("  Given I log in as \"bob\" with password \"[|‹plain›|]\"\n", "login.feature")]
    [InlineData("<param name=\"recaptchaSecret\" value=\"[|‹tok›|]\"/>", "a.xml")]
    [InlineData("    password: [|‹plain›|]\n", "guide.rst")]
    [InlineData("The password is [|‹pw›|], ask for the rest.\n", "README.md")]
    [InlineData("Log in as `admin` with password `[|‹pw›|]`.\n", "README.md")]
    [InlineData("пароль: [|‹plain›|]\nhasło: [|‹plain›|]\n", "notes.txt")]
    public void Value_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password: *admin\npassword: !vault |\n  $ANSIBLE_VAULT\npassword: !secret wifi_password\n", "a.yml")]
    [InlineData("- run: PGPASSWORD=$PW psql\n", "a.yml")]
    [InlineData("- update_password: always\n", "a.yml")]
    [InlineData("PASSWORD=`hostname`\n", "a.sh")]
    [InlineData("ENV SECRET_DIR /run/secrets\nENV GPG_KEY A035C8C19219BA821ECEA86B64E628F8D684696D\n", "Dockerfile")]
    [InlineData("  option encryption psk2\n  set authmethod psk\n", "a.conf")]
    [InlineData("  password \"must be at least 8 characters\"\n  it \"x\"\n", "spec.rb")]
    [InlineData("# the password abc123 was removed\n", "a.conf")]
    [InlineData("The password is md5 hashed. The token is base64 encoded. A password is required.\n", "README.md")]
    [InlineData("<user password=\"{bcrypt}$2a$10$abcdefghijklmnopqrstuvabcdefghijklmnopqrstuvabcdefghi\" />", "security.xml")]
    [InlineData("DECLARE @password nvarchar(50) = @other;", "a.sql")]
    [InlineData("-- password of the dba: ask 2 people\n-- token for the parser: STRING\n", "a.sql")]
    [InlineData("<Password encrypted=\"true\">AbCd1234EfGh</Password><wsse:Password Type=\"PasswordDigest\">AbCd1234EfGh</wsse:Password>", "soap.xml")]
    [InlineData("secret_key_base: 3b7cd72...\n", "README.md")]
    public void Neighbour_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password: [|‹dotted›|]\n", "a.yml")]
    [InlineData("password=[|‹dotted›|]\n", "a.properties")]
    [InlineData("DB_PASSWORD=[|‹hyphened›|]\n", ".env")]
    [InlineData("{ \"password\": \"[|‹hyphened›|]\" }", "a.json")]
    [InlineData("SESSION_PASSPHRASE=[|‹phrase›|]\n", ".env")]
    [InlineData("{ \"encryptionKey\": \"[|‹phrase›|]\" }", "a.json")]
    public void ChosenByPeople_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password: config.database.password\nsecret: app.kubernetes.io\n", "a.yml")]
    [InlineData("password = settings.db2.password\n", "a.py")]
    [InlineData("password_encryption: scram-sha-256\npassword: aes-256\n", "a.yml")]
    [InlineData("passphrase: shop-prod-tls-passphrase\npassword: name-of-the-secret\npassword: set-this-before-you-start\n", "a.yml")]
    [InlineData("login.password=Contrase\\u00f1a\n", "i18n/messages_es.properties")]
    [InlineData("$trusted_keys[] = '‹b64›';\nverify_key: ‹b64›\n", "a.php")]
    [InlineData("{ \"watchlist-token\": \"Övervakningslista:\", \"help-token\": \"从[[Special:Help/query+tokens|action=query]]取回的\" }", "i18n/sje.json")]
    public void NameOrLabel_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("api_keys = [\"[|‹tok›|]\", \"[|‹tok›|]\"]\n", "a.toml")]
    [InlineData("{ \"tokens\": { \"ci\": \"[|‹tok›|]\", \"url\": \"https://x1.internal/\" } }", "a.json")]
    [InlineData("api-keys:\n  - [|‹tok›|]\n  - [|‹tok›|]\nother: x\n", "a.yml")]
    [InlineData("passwords:\n  alice: [|‹plain›|]\n  bob: '[|‹pw›|]'\n  host: db1\nname: carol77\n", "a.yml")]
    public void Collection_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("allowed_tokens = [\"read\", \"write\"]\n", "a.toml")]
    [InlineData("{ \"tokens\": { \"color\": { \"primary\": \"#1a73e8\" }, \"spacing\": \"16px\" } }", "a.json")]
    [InlineData("{ \"passwords\": [\"a1b2c31\", \"a1b2c32\", \"a1b2c33\", \"a1b2c34\", \"a1b2c35\", \"a1b2c36\", \"a1b2c37\", \"a1b2c38\", \"a1b2c39\", \"a1b2c40\", \"a1b2c41\", \"a1b2c42\", \"a1b2c43\"] }", "a.json")]
    [InlineData("secrets:\n  - db_password\n  - source: certificate\n", "compose.yml")]
    [InlineData("keys:\n  - users\n", "a.yml")]
    public void CollectionOfNames_IsSilent(string text, string path) => Row.Check(text, path);
}
