using System.Text;
using SecretGuard.Core.Tests.Structured;
using SecretGuard.Detection.Files;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.Files;

public sealed class FileTests
{
    private static readonly Probe Probe = new(
        FileRules.All,
        new CredentialFileMatcher(),
        new TableMatcher(),
        new RegistryLoginMatcher(),
        new KubernetesSecretMatcher(),
        new EntryMatcher(),
        new DirectiveMatcher(),
        new LabelledValueMatcher());

    [Theory]
    [InlineData("# comment\ndb:5432:shop:app:{pw}\n*:*:*:ops:{pw2}\n", "home/.pgpass")]
    [InlineData("db\\:1:5432:shop:app:{pw}", "pgpass.conf")]
    [InlineData("machine files.internal login me password {pw}\r\nmachine b login anonymous password me@x9.io\r\n", ".netrc")]
    [InlineData("machine files.internal\n  login me\n  password {pw}\n", "_netrc")]
    [InlineData("ops:{PLAIN}{pw}\nanna:{pw2}\n", "etc/.htpasswd")]
    [InlineData("client * {pw} *\n\"other\" * \"{pw2}\" 10.0.0.1\n", "etc/ppp/chap-secrets")]
    [InlineData("10.0.0.1 10.0.0.2 : PSK \"{pw}\"\n: RSA key1.pem\n", "etc/ipsec.secrets")]
    [InlineData("id;login;password;note\n1;anna;{pw};x\n2;bert;;y\n", "export.csv")]
    [InlineData("login,\"password\"\r\nanna,\"{pw}\"\r\n", "export.csv")]
    [InlineData("login\tapi_key\nanna\t{pw}\n", "export.tsv")]
    [InlineData("Accounts:\n\n| Host | Password |\n|------|----------|\n| a | {pw} |\n| b | `{pw2}` |\n\ntext", "README.md")]
    [InlineData("requirepass {pw}\nmasterauth {pw2}\n", "redis.conf")]
    [InlineData("rwcommunity {pw} 10.0.0.0/8\n", "snmpd.conf")]
    [InlineData("hostname r1\nenable password {pw}\n", "router.cfg")]
    [InlineData("enable password 7 {pw}\n", "router.cfg")]
    [InlineData("username ops password 0 {pw}\n", "router.cfg")]
    [InlineData("username ops privilege 15\nneighbor 10.0.0.1 password {pw}\n", "router.cfg")]
    [InlineData("network={\n  ssid=\"home\"\n  psk=\"{pw}\"\n}\n", "wpa_supplicant.conf")]
    [InlineData("env:\n  - name: DB_PASSWORD\n    value: {pw}\n  - name: DB_HOST\n    value: db1.internal\n", "pod.yaml")]
    [InlineData("env:\n  - name: DB_PASSWORD\n    value: \"{pw}\"\n", "pod.yaml")]
    [InlineData("env:\n  - { name: API_TOKEN, value: {pw} }\n", "pod.yaml")]
    [InlineData("env:\n  - value: {pw}\n    name: API_TOKEN\n", "pod.yaml")]
    [InlineData("[{ \"name\": \"DB_PASSWORD\", \"value\": \"{pw}\" }]", "task.json")]
    [InlineData("[{\n  \"ParameterKey\": \"DbPassword\",\n  \"ParameterValue\": \"{pw}\"\n}]", "task.json")]
    [InlineData("<add key=\"SmtpPassword\" value=\"{pw}\" />", "web.config")]
    [InlineData("kind: Secret\nmetadata:\n  name: x1\nstringData:\n  username: app7\n  password: {pw}\n---\nkind: ConfigMap\ndata:\n  password: abc123\n", "s.yaml")]
    [InlineData("<data name=\"SupportPassword\" xml:space=\"preserve\"><value>{pw}</value></data>", "a.resx")]
    [InlineData("<property name=\"password\" value=\"{pw}\"/>", "beans.xml")]
    [InlineData("<dict>\n  <key>AdminPassword</key>\n  <string>{pw}</string>\n  <key>Name</key>\n  <string>abc123</string>\n</dict>", "a.plist")]
    [InlineData("<property>\n  <name>db.password</name>\n  <value>{pw}</value>\n</property>", "core-site.xml")]
    [InlineData("<init-param><param-name>adminPassword</param-name><param-value>{pw}</param-value></init-param>", "web.xml")]
    [InlineData("<AdministratorPassword>\n  <Value>{pw}</Value>\n</AdministratorPassword>", "unattend.xml")]
    [InlineData("[smtp.internal]:587 app@internal:{pw}\n", "postfix/sasl_passwd")]
    [InlineData("\"shop\" \"{pw}\"\n\"app\" \"md50123456789abcdef0123456789abcdef\"\n", "pgbouncer/userlist.txt")]
    [InlineData("cachemgr_passwd {pw} all\n", "squid.conf")]
    [InlineData("createUser mon SHA {pw} AES\n", "snmpd.conf")]
    [InlineData(" ip ospf message-digest-key 1 md5 {pw}\n key 7 {pw2}\n", "router.cfg")]
    [InlineData("define( 'DB_PASSWORD', '{pw}' );", "wp-config.php")]
    public void SecretInItsPlace_IsFound(string row, string path) => Probe.Finds(row, path);

    [Theory]
    [InlineData("{ \"auths\": { \"r.internal\": { \"auth\": \"{b64}\" } } }", ".docker/config.json", "app:")]
    [InlineData("//npm.internal/:_auth={b64}\n", ".npmrc", "app:")]
    [InlineData("//npm.internal/:_password=\"{b64}\"\n", ".npmrc", "")]
    [InlineData("dn: cn=admin\nuserPassword:: {b64}\n", "a.ldif", "")]
    [InlineData("<Pass encoding=\"base64\">{b64}</Pass>", "sitemanager.xml", "")]
    [InlineData("apiVersion: v1\ndata:\n  password: {b64}\n  user: YXBwNw==\nkind: Secret\n", "s.yaml", "")]
    public void EncodedSecret_IsFound(string row, string path, string user)
    {
        string encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(user + Probe.NewPassword(3)));
        Probe.Finds(row, path, ("{b64}", encoded));
    }

    [Theory]
    [InlineData("<add key=\"EncryptionKey\" value=\"{a}\" />", "web.config")]
    [InlineData("id,api_key\n1,{a}\n", "a.csv")]
    public void HexUnderAKey_IsTheKey(string row, string path) => Probe.Finds(row, path, ("{a}", Hex(32)));

    [Theory]
    [InlineData("identitytoken")]
    [InlineData("registrytoken")]
    public void TokenOfARegistry_IsFound(string key) =>
        Probe.Finds($"{{ \"auths\": {{ \"r.internal\": {{ \"{key}\": \"{{a}}\" }} }} }}", ".docker/config.json", ("{a}", Convert.ToBase64String(Encoding.ASCII.GetBytes(Probe.NewPassword(3) + Probe.NewPassword(4)))));

    [Fact]
    public void MachineKey_IsFound() =>
        Probe.Finds("<machineKey validationKey=\"{a}\" decryptionKey=\"{b}\" />", "web.config", ("{a}", Hex(64)), ("{b}", Hex(24)));

    [Fact]
    public void WordPressSalt_IsFound() =>
        Probe.Finds("define('AUTH_KEY', '{a}');", "wp-config.php", ("{a}", string.Concat(Enumerable.Range(1, 5).Select(Probe.NewPassword))));

    [Fact]
    public void OtpSeed_IsFound()
    {
        string seed = new([.. Enumerable.Range(0, 32).Select(i => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(i * i * 7 + i * 5 + 3) % 32 ^ i % 3])]);
        Probe.Finds("otpauth://totp/Shop:ops?secret={a}&issuer=Shop", "a.txt", ("{a}", seed));
    }

    [Theory]
    [InlineData("MNEMONIC=\"{a}\"", 12)]
    [InlineData("seed phrase: {a}", 24)]
    public void SeedPhrase_IsFound(string row, int count)
    {
        string phrase = string.Join(' ', Enumerable.Range(0, count).Select(i => "word" + (char)('a' + i) + (char)('a' + i * 3 % 26)));
        Probe.Finds(row, ".env", ("{a}", phrase));
        Probe.IsSilent(row.Replace("{a}", phrase + " more", StringComparison.Ordinal), ".env");
    }

    [Theory]
    [InlineData("ops:[|$apr1$10$‹tok›‹tok›|]\n", ".htpasswd")]
    [InlineData("root:[|$6$10$‹tok›‹tok›|]:19000:0:99999:7:::\n", "etc/shadow")]
    public void HashInAFileOfPasswords_IsTold(string row, string path) => Row.Check(row, path, "password-hash");

    [Theory]
    [InlineData("id,password\n1,{hash}\n", "users.csv", "$2b$")]
    [InlineData("enable secret 5 {hash}\n", "router.cfg", "$1$")]
    public void Hash_IsWorthALookOnlyInAnAudit(string row, string path, string prefix) =>
        Probe.FindsFaintly(row.Replace("{hash}", prefix + "10$" + Probe.NewPassword(1) + Probe.NewPassword(2), StringComparison.Ordinal), path);

    [Theory]
    [InlineData("db:5432:shop:app:\n#db:5432:shop:app:abc123\n", ".pgpass")]
    [InlineData("machine x login me\nmacdef init\n", ".netrc")]
    [InlineData("root:*:19000::::::\nbin:!:19000::::::\n", "etc/shadow")]
    [InlineData("id;login;password\n1;anna;\n2;bert;********\n", "a.csv")]
    [InlineData("id;password_hash\n1;abc123DEF\n", "a.csv")]
    [InlineData("| Option | Password |\n|---|---|\n| a | The password of x1 |\n| b | required |\n", "README.md")]
    [InlineData("| password | description1 |\n", "README.md")]
    [InlineData("# requirepass abc123\n", "redis.conf")]
    [InlineData("bindpw ${LDAP_PW}\n", "nslcd.conf")]
    [InlineData("username is the first2 argument\n", "README.md")]
    [InlineData("env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef: { name: db, key: pw1 }\n", "pod.yaml")]
    [InlineData("env:\n  - name: DB_PASSWORD\n    value: $(DB_PASSWORD)\n  - name: X\n    value: abc123\n", "pod.yaml")]
    [InlineData("env:\n  - name: DB_PASSWORD_FILE\n    value: /run/secrets/db1\n", "pod.yaml")]
    [InlineData("kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n", "s.yaml")]
    [InlineData("kind: Secret\ndata:\n  tls.crt: YWJjMTIzREVG\n  username: YWJjMTIzREVG\n", "s.yaml")]
    [InlineData("kind: SecretStore\ndata:\n  password: YWJjMTIzREVG\n", "s.yaml")]
    [InlineData("<data name=\"Password\"><value>Wachtwoord</value></data><data name=\"X\"><value>abc123</value></data>", "a.resx")]
    [InlineData("<input name=\"authenticity_token\" type=\"hidden\" value=\"abc123DEF\" />", "a.html")]
    [InlineData("self._password = YWJjMTIzREVG\n", "a.py")]
    [InlineData("define('DB_PASSWORD', 'password_here');", "wp-config.php")]
    [InlineData("psk=\"abc123defg\"\n", "test.sh")]
    [InlineData("{ \"auth\": \"basic\" }", "a.json")]
    [InlineData("{ \"auth\": \"YWJjMTIzREVG\" }", "a.json")]
    [InlineData("<machineKey validationKey=\"AutoGenerate,IsolateApps\" />", "web.config")]
    [InlineData("define('AUTH_KEY', 'put your unique phrase here');", "wp-config.php")]
    [InlineData("define('PASSWORD_MIN', '12');", "a.php")]
    [InlineData("otpauth://totp/Shop:ops?issuer=Shop", "a.txt")]
    [InlineData("mnemonic: the short name of an instruction of the machine\n", "a.md")]
    public void NoSecret_IsSilent(string row, string path) => Probe.IsSilent(row, path);

    private static string Hex(int bytes)
    {
        byte[] key = new byte[bytes];
        new Random(bytes).NextBytes(key);
        return Convert.ToHexString(key);
    }
}
