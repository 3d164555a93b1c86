namespace SecretGuard.Core.Tests.Detection;

/// <summary>One answer to one question, whoever asks: the same value in every syntax that states a secret, and under a mere name.</summary>
public sealed class JudgeTests
{
    [Theory]
    [InlineData("ALTER USER app IDENTIFIED BY '[|sunrise|]';", "db/users.sql")]
    [InlineData("curl -u robot:[|sunrise|] https://ci.corp.net/", "deploy.sh")]
    [InlineData("url = redis://robot:[|sunrise|]@cache.corp.net/0", "app.conf")]
    [InlineData("cs = Server=db.corp.net;User=robot;Password=[|sunrise|]", "app.ini")]
    [InlineData("user,password\nrobot,[|sunrise|]\n", "users.csv")]
    [InlineData("INSERT INTO users (name, password) VALUES ('robot', '[|sunrise|]');", "db/users.sql")]
    public void Word_WhereTheSyntaxStatesAPassword_IsOne(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password: 2024-01-01T00:00:00Z\n", "a.yaml")]
    [InlineData("password = \"2024-01-01 00:00:00\"", "a.py")]
    [InlineData("password: (none)\n", "a.yaml")]
    [InlineData("password = '(not set)'", "a.py")]
    [InlineData("password = 'input[type=password]'", "a.js")]
    [InlineData("my $aes_key=\"80(%rsp)\";", "aes-x86_64.pl")]
    [InlineData("$inp_key=\"-16(%rdi,%rcx,8)\";", "aes-x86_64.pl")]
    [InlineData("[{name:\"Email/Password\", value:\"email\"}]", "a.js")]
    [InlineData("const passwordField = 'input[name=\"user_password2\"]';", "a.js")]
    [InlineData("apiVersion: v1\nkind: Secret\ndata:\n  token: PHlvdXItdG9rZW4+\n", "a.yaml")]
    public void Form_ThatIsNoSecret_IsSilent(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":1516239022}", false)]
    [InlineData("{\"sub\":\"svc-orders\",\"iat\":1516239022}", true)]
    public void TokenOfATutorial_IsNone(string payload, bool isFound)
    {
        static string Encode(string json) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string text = $"{Encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Encode(payload)}.‹tok›‹tok›";
        Row.Check(isFound ? $"token: [|{text}|]\n" : $"token: {text}\n", "a.yaml");
    }

    [Theory]
    [InlineData("ALTER USER app IDENTIFIED BY '[|changeme1x|]';", "tests/users.sql")]
    [InlineData("curl -u robot:[|demo-account|] https://ci.corp.net/", "tests/deploy.sh")]
    [InlineData("url = redis://robot:[|fakeserver|]@cache.corp.net/0", "tests/app.conf")]
    [InlineData("cs = Server=db.corp.net;User=robot;Password=[|foobarbaz|]", "tests/app.ini")]
    [InlineData("user,password\nrobot,[|dummyuser|]\n", "tests/users.csv")]
    [InlineData("password = '[|wrongword1|]'", "tests/login.py")]
    [InlineData("password = '[|xy7|]'", "tests/login.py")]
    public void MadeUpValue_InATest_IsLow(string text, string path) => Row.CheckLow(text, path);

    [Theory]
    [InlineData("ALTER USER app IDENTIFIED BY '[|sunrise|]';", "tests/users.sql")]
    [InlineData("curl -u robot:[|sunrise|] https://ci.corp.net/", "tests/deploy.sh")]
    [InlineData("url = redis://robot:[|sunrise|]@cache.corp.net/0", "tests/app.conf")]
    [InlineData("cs = Server=db.corp.net;User=robot;Password=[|sunrise|]", "tests/app.ini")]
    [InlineData("cs = Server=db.corp.net;User=robot;Password=[|Passw0rd!|]", "tests/app.ini")]
    [InlineData("user,password\nrobot,[|sunrise|]\n", "tests/users.csv")]
    [InlineData("password = '[|sunrise|]'", "tests/login.py")]
    public void Word_WhereTheSyntaxOfATestStatesAPassword_IsOne(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password = '[|Tr#deWinds|]'", "tests/login.py")]
    [InlineData("ALTER USER app IDENTIFIED BY '[|‹pw›|]';", "tests/users.sql")]
    [InlineData("curl -u robot:[|‹pw›|] https://ci.corp.net/", "tests/deploy.sh")]
    [InlineData("cs = Server=db.corp.net;User=robot;Password=[|‹pw›|]", "tests/app.ini")]
    public void DrawnValue_InATest_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("name,community\nAda,[|Lisbon|]\n", "people.csv")]
    [InlineData("INSERT INTO nodes (name, token) VALUES ('a', '[|standard|]');", "db/nodes.sql")]
    public void Word_UnderTheNameOfWhatMachinesDraw_IsLow(string text, string path) => Row.CheckLow(text, path);

    [Theory]
    [InlineData("INSERT INTO items (user_key, name) VALUES ('north1', 'North');", "db/items.sql")]
    [InlineData("INSERT INTO users (name, hashed_password) VALUES ('a', 'sunrise77');", "db/users.sql")]
    [InlineData("tool --no-password sunrise77", "run.sh")]
    [InlineData("tool --token-file sunrise77", "run.sh")]
    public void Name_ThatIsAboutASecret_SaysNothing(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("tool --support-password [|sunrise77|]", "run.sh")]
    [InlineData("<env name=\"COUCHBASE_PASS\" value=\"[|sunrise77|]\" />", "app.xml")]
    [InlineData("<data name=\"SupportPassword\"><value>[|Sunrise77x|]</value></data>", "app.config")]
    public void Name_ThatEndsWithASecretWord_SaysSecret(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("curl -u admin:[|admin|] https://ci.corp.net/", "deploy.sh")]
    [InlineData("url = postgres://app:[|postgres|]@localhost/app", "app.conf")]
    [InlineData("cs = Server=localhost;User=app;Password=[|postgres|]", "app.ini")]
    [InlineData("c = DriverManager.getConnection(url, \"scott\", \"[|tiger|]\");", "Db.java")]
    [InlineData("password: [|minioadmin|]", "app.yml")]
    public void KnownDefault_IsLow(string text, string path) => Row.CheckLow(text, path);

    [Theory]
    [InlineData("url = postgres://app:[|postgres|]@db.corp.net/app", "app.conf")]
    [InlineData("cs = Server=db.corp.net;User=app;Password=[|postgres|]", "app.ini")]
    [InlineData("c = DriverManager.getConnection(url, \"orders\", \"[|tiger|]\");", "Db.java")]
    public void KnownDefault_OfARealServerOrAChosenUser_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("UserPassword := 'HMACSHA2+256:AAAnEA:‹sig›:‹sig›'", "users.conf")]
    [InlineData("password = 1000:‹sig›:‹sig›", "app.ini")]
    [InlineData("password = 'pbkdf2$sha256$27500$‹tok›$‹sig›'", "app.py")]
    [InlineData("password = '$6$‹tok›$‹tok›‹tok›'", "app.py")]
    [InlineData("password = '{ssha}‹sig›'", "app.py")]
    [InlineData("Password.PBKDF2 := 'x‹sig›'", "users.conf")]
    [InlineData("passwordSha256 = '‹sig›'", "app.py")]
    [InlineData("tool --password '$argon2id$v=19$m=65536,t=3,p=4$‹tok›$‹tok›'", "run.sh")]
    [InlineData("ALTER USER a PASSWORD 'md5‹hex›';", "a.sql")]
    [InlineData("INSERT INTO users (name, password) VALUES ('a', '‹hex›:‹tok›');", "a.sql")]
    [InlineData("cs = Server=db.corp.net;User=a;Password={SHA}‹sig›", "app.ini")]
    [InlineData("url = ldap://a:%7Bssha%7D‹hex›@ldap.corp.net/", "app.ini")]
    public void StoredHash_IsNoPassword(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password = [|‹pw›:‹pw›|]", "app.ini")]
    [InlineData("password = '[|a$‹pw›$‹pw›|]'", "app.py")]
    public void Password_WithTheSignsOfAHash_IsFound(string text, string path) => Row.Check(text, path);
}
