namespace SecretGuard.Core.Tests.Detection;

/// <summary>What the sources of public packages have where a secret could stand, and beside each what is one all the same.</summary>
public sealed class RealCodeTests
{
    [Theory]
    [InlineData("{\"dependencies\": {\"level-community\": \"^3.0.0\", \"@scope/token\": \"~0.1.1\", \"csrf-secret\": \">=1.2.0-beta.1\"}}", "package.json")]
    [InlineData("<entry name=\"password\" value=\"0xc0\" summary=\"hidden text\"/>", "protocol.xml")]
    [InlineData("DAYS_PAT = r'(Mon|Tue|Wed|Thu|Fri|Sat|Sun)'", "parse.py")]
    [InlineData("ErrIncorrectPassword = errors.New(\"pkcs12: decryption password incorrect\")", "errors.go")]
    [InlineData("errEncryptionPassword = errors.New(\"different encryption passwords used\")", "model.go")]
    [InlineData("- Pass `country_hint=\"none\"` to not use the default of `\"US\"`.", "README")]
    [InlineData("passphrase => 'rfc2307',", "auth.pod")]
    [InlineData("'password' => 'tinytext',", "db.pl")]
    [InlineData("The shared session key is :math:`K_2`.\n", "proof.rst")]
    [InlineData("<code id=\"org.example.DEFAULT_PASSWORD\">public&nbsp;static&nbsp;final&nbsp;<a href=\"x\">String</a></code>", "constants.html")]
    [InlineData("connection = mysql://senlin:&lt;MYSQL_SENLIN_PW&gt;@127.0.0.1/senlin", "install.html")]
    [InlineData("run || pass=\"fail\"\n", "check.sh")]
    [InlineData("eval set -- \"\\${ZFTP_P¦WD:s!$1!$2!}\"\n", "zfcd.sh")]
    public void Text_IsNone(string text, string path) => Row.Check(Joined(text), path);

    [Theory]
    [InlineData("req.Header.Add(\"X-Api-Key\", \"a1b2c3d4e5f6\")", "api.go")]
    [InlineData("var STORAGE_KEY = \"web_console_previous_commands\";", "console.js")]
    [InlineData("x = {\"net_ipv4_tcp_max_syn_backlog\": {\"key\": \"netIpv4TcpMaxSynBacklog\", \"type\": \"int\"}}", "models.py")]
    [InlineData("\"DataLakeGen2SharedKey\": \"DatasourceDataLakeGen2SharedKey\",", "models.py")]
    [InlineData("'enclave_held_data': {'key': 'x-ms-sgx-ehd', 'type': 'base64'},", "models.py")]
    [InlineData("TypeBasicTokenKey = \"#Example.Media.ContentKeyPolicyRsaTokenKey\"", "enums.go")]
    [InlineData("nextLastSignificantToken = \"?NonExpressionParenEnd\";", "parser.js")]
    [InlineData("data = {key: 'Success!'}", "test_rest.py")]
    [InlineData("x({'input_data': '{key1: value1}'})", "test_api.py")]
    [InlineData("redis.key = push1,push2\n", "test.ini")]
    [InlineData("KAFKA_SSL_KEY_CREDENTIALS: kafka1_sslkey_creds\n", "compose.yml")]
    [InlineData("/* sets\n * user_cred = authority_strs[0];\n */", "proxy.cc")]
    [InlineData("args = ['--private-key=db:%s,SSL,private_key' % schema]", "venv.py")]
    [InlineData("password_base64: cGFzc3dvcmQ=\n", "a.yaml")]
    public void NameOrTemplate_IsNone(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("words = array('n4DirAttrSet', 'n4Detach', 'n4ChgPassword', 'n4CapturePrt', 'n4CaptureGet');", "batch.php")]
    [InlineData("imap.login(\"user\", \"password\", \"CRAM-MD5\")", "imap.php")]
    [InlineData("k := APIKeyAuth(\"api-key\", \"header\")", "auth.go")]
    [InlineData("kCredentials = hmac(kService, 'aws4_request')", "sign.js")]
    [InlineData("users = [ { service: { subject: \"ORDERS.*\", account: JS }, to: \"my.orders1.a\" } ]", "stream.go")]
    [InlineData("diff = {U.PASSWORD: 'passWORD',\n  U.DEFAULT_PROJECT: 'project_2'}", "lib/update.py")]
    [InlineData("string token = $\"id-{Made(\"abc\", 7)}-x\";", "Ids.cs")]
    [InlineData("[ \"GetRandomSecretKey\", \"random_8c.html#ae5d57938290c4de106d09f9fd9de4638\", null ],", "nav.js")]
    [InlineData("<tr class=\"memdesc:ae5e6d0c9134bbd6bfc4c32460b173882\"><td>Encode a base64 string</td></tr>", "api.html")]
    [InlineData("{\"names\":[\"random\",\"TransformFactory\",\"defaultPass¦wordBytes\",\"createEncryptionKey20\",\"revision\"]}", "a.js.map")]
    [InlineData("complete -c mkpasswd -s m -l method -d 'Compute the password using the given method'\n", "a.fish")]
    [InlineData("complete -c curl -l proxy-tlspassword -d 'Same as --tlspassword but used in HTTPS proxy context'\n", "a.fish")]
    [InlineData("<delegate command=\"-dGridFitTT=2 -sPDFPassword=&quot;%a&quot; &quot;-sDEVICE=eps2write&quot;\"/>", "delegates.xml")]
    [InlineData("# Generated via `mkpa¦sswd -m sha-512 -S foobarsalt password1`\n# shellcheck disable=SC2016\n", "a.sh")]
    [InlineData("\tB64        Base64     `json:\"b64,omitempty\"`\n", "format.go")]
    public void Neighbour_IsNone(string text, string path) => Row.Check(Joined(text), path);

    [Theory]
    [InlineData("https://‹akab›.luna.example-apis.net/config/v1", "domain.go", false)]
    [InlineData("host = ‹akab›.luna.example-apis.net\n", ".edgerc", false)]
    [InlineData("access_token = [|‹akab›|]\n", ".edgerc", true)]
    [InlineData("The token is [|‹akab›|]. The host is another.\n", "notes.md", true)]
    public void TokenThatIsAHost_IsNone(string text, string path, bool isFound)
    {
        string token = $"akab-{Made("abcdefghijklmnopqrstuvwxyz234567", 7)}-{Made("zyxwvutsrqponmlkjihgfedcba765432", 11)}";
        Row.Check(text.Replace("‹akab›", token, StringComparison.Ordinal), path, isFound ? "akamai-edgegrid-token" : "");
    }

    [Theory]
    [InlineData("password = '[|^Trade3.winds|]'", "a.py")]
    [InlineData("password = '[|0xTr4dewinds|]'", "a.py")]
    [InlineData("password = '[|P%ssw1nds77|]'", "a.py")]
    [InlineData("password = '[|a1b2c3d4e5f6|]'", "a.py")]
    [InlineData("password = '[|(Tr4de|winds)x|]'", "a.py")]
    [InlineData("apiKey = '[|‹hex›|]'", "a.js")]
    [InlineData("config.set(\"mail\", \"password\", \"[|‹pw›|]\")", "a.py")]
    [InlineData("token = \"${API_TOKEN:=[|‹tok›|]}\"\n", "a.sh")]
    [InlineData("const users = Object.freeze({\"ann\": \"[|‹pw›|]\"});", "a.js")]
    [InlineData("client_secret: '[|Sunwinds!|]'\n", "a.yaml")]
    [InlineData("password = '[|Tr4$%w!nds|]'", "a.py")]
    [InlineData("accounts = dict(ann='x'); users = {\"ann\": \"[|‹pw›|]\"}", "a.py")]
    public void WhatOnlyLooksLikeThem_IsFound(string text, string path) => Row.Check(text, path);

    /// <summary>Without the marks that keep these rows from being told where they stand.</summary>
    private static string Joined(string text) => text.Replace("¦", "", StringComparison.Ordinal);

    private static string Made(string alphabet, int step) => string.Concat(Enumerable.Range(1, 16).Select(i => alphabet[(i * i * step) % alphabet.Length]));
}
