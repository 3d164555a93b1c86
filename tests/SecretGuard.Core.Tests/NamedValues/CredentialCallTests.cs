namespace SecretGuard.Core.Tests.NamedValues;

public sealed class CredentialCallTests
{
    [Theory]
    [InlineData("a.js", "await client.login('bob', '[|‹pw›|]');")]
    [InlineData("a.py", "s.login('alerts@corp.net', '[|‹pw›|]')")]
    [InlineData("a.py", "ssh.connect(host, 22, 'root', '[|‹pw›|]')")]
    [InlineData("a.py", "conn = pymysql.connect(\"db.corp.net\", \"root\", \"[|‹pw›|]\", \"shop\")")]
    [InlineData("a.py", "es = Elasticsearch(hosts, http_auth=('elastic', '[|‹pw›|]'))")]
    [InlineData("a.php", "$client->get('/', ['auth' => ['svc', '[|‹pw›|]']]);")]
    [InlineData("a.go", "auth := smtp.PlainAuth(\"\", \"mail@corp.net\", \"[|‹pw›|]\", \"smtp.corp.net\")")]
    [InlineData("a.java", "User u = new User(\"alice\", \"[|‹pw›|]\", \"alice@corp.net\");")]
    [InlineData("a.py", "User.objects.create_user('carol', 'carol@corp.net', '[|‹pw›|]')")]
    [InlineData("a.java", "builder.dataSource(\"jdbc:h2:mem\", \"flyway\", \"[|‹pw›|]\").load();")]
    [InlineData("a.scala", "BasicHttpCredentials(\"reporting\", \"[|‹pw›|]\")")]
    [InlineData("a.py", "keyring.set_password('shop', 'bob', '[|‹pw›|]')")]
    [InlineData("a.js", "new ethers.Wallet('[|0x‹hex›‹hex›|]');")]
    [InlineData("a.lua", "red:auth(\"[|‹pw›|]\")")]
    [InlineData("a.rs", "client.get(u).bearer_auth(\"[|‹tok›|]\")")]
    [InlineData("a.php", "$x = openssl_encrypt($data, 'AES-128-CBC', '[|‹tok›|]', 0);")]
    [InlineData("a.rb", "OpenSSL::HMAC.hexdigest('sha256', '[|‹tok›|]', body)")]
    [InlineData("a.java", "keys.load(in, \"[|‹pw›|]\".toCharArray());")]
    public void Credential_InTheArgumentsOfACall_IsFound(string path, string text) => Row.Check(text, path);

    [Theory]
    [InlineData("a.js", "login('bob', password)")]
    [InlineData("a.java", "auth(\"bob\", \"nope\");")]
    [InlineData("a.py", "keyring.get_password('shop', 'bob2000')")]
    [InlineData("a.js", "login('Username', 'Password')")]
    [InlineData("a.js", "login(user.name, 'Please enter your password')")]
    [InlineData("a.cs", "new AuthenticationHeaderValue(\"Basic\", parameter1)")]
    [InlineData("a.cpp", "connect(button2, \"clicked2\", this, \"onButton2Clicked\");")]
    [InlineData("a.py", "sock.connect('db01.corp.net', 'tcp4')")]
    [InlineData("a.php", "'services' => ['AuthManager2', 'UserFactory2', 'Session2']")]
    [InlineData("a.java", "new User(\"alice\", \"Alice Smith\", 42)")]
    [InlineData("a.c", "auth_request_lookup_credentials(request, \"CRAM-MD5\", callback);")]
    [InlineData("tests/HmacTests.cs", "VerifyHmac(1, \"‹hex›\");")]
    [InlineData("a.cs", "Encrypt(document, element, \"EncryptedElement1\", key);")]
    [InlineData("a.py", "# login('bob', '‹pw›x') is what the manual says")]
    [InlineData("a.java", "char[] digits = \"0123456789abcdef\".toCharArray();")]
    public void Argument_ThatIsNoCredential_IsSilent(string path, string text) => Row.Check(text, path);
}
