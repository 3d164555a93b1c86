namespace SecretGuard.Core.Tests.Http;

public sealed class HeaderMatcherTests
{
    [Theory]
    [InlineData("Authorization: Bearer [|‹tok›|]", "api.http")]
    [InlineData("curl -H 'Authorization: Bearer [|‹hex›|]' https://a.corp.net", "a.sh")]
    [InlineData("curl -H \"Authorization: Bearer [|‹jwt›|]\" https://a.corp.net", "README.md")]
    [InlineData("h.Add(\"Authorization\", \"Bearer [|‹tok›|]\");", "a.cs")]
    [InlineData("h.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"[|‹tok›|]\");", "a.cs")]
    [InlineData("h.Add(\"Authorization\",\n    \"Bearer \" + \"[|‹tok›|]\");", "a.cs")]
    [InlineData("headers = {'Authorization': 'Bearer [|‹tok›|]'}", "a.py")]
    [InlineData("Authorization: >-\n  Bearer [|‹tok›|]", "a.yml")]
    [InlineData("\"{\\\"Authorization\\\":\\\"Bearer [|‹tok›|]\\\"}\"", "a.js")]
    [InlineData("'Authorization' => 'Bearer [|‹guid›|]'", "a.php")]
    [InlineData("GET /x Authorization=Bearer%20[|‹tok›|]&a=b", "a.log")]
    public void Bearer_WithAToken_IsFound(string text, string path) => Row.Check(text, path, "http-bearer-token");

    [Theory]
    [InlineData("Authorization: Basic [|‹basic›|]", "api.http")]
    [InlineData("r.AddHeader(\"Authorization\", \"Basic [|‹basic›|]\");", "a.cs")]
    [InlineData("new AuthenticationHeaderValue(\"Basic\", \"[|‹basic›|]\")", "a.cs")]
    [InlineData("new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.UTF8.GetBytes(\"svc:[|‹pw›|]\")))", "a.cs")]
    [InlineData("headers['Authorization'] = 'Basic ' + btoa('svc:[|‹pw›|]');", "a.js")]
    [InlineData("auth = 'Basic ' + base64.b64encode(b'svc:[|‹pw›|]').decode()", "a.py")]
    public void Basic_WithAUserAndAPassword_IsFound(string text, string path) => Row.Check(text, path, "http-basic-credentials");

    [Theory]
    [InlineData("Authorization: token [|‹tok›|]", "api.http")]
    [InlineData("h.Add(\"Authorization\", \"ApiKey [|‹tok›|]\")", "a.cs")]
    [InlineData("'Authorization': 'SSWS [|‹tok›|]'", "a.js")]
    [InlineData("\"Authorization\": \"Token token=[|‹hex›|]\"", "a.json")]
    [InlineData("\"Authorization\": \"[|‹tok›|]\"", "a.json")]
    public void Authorization_OfAVendor_IsFound(string text, string path) => Row.Check(text, path, "http-authorization");

    [Theory]
    [InlineData("curl -H \"X-Api-Key: [|‹tok›|]\" https://a.corp.net", "a.sh")]
    [InlineData("h.Add(\"X-Corp-Auth\", \"[|‹guid›|]\");", "a.cs")]
    [InlineData("h[\"PRIVATE-TOKEN\"] = \"[|‹tok›|]\";", "a.cs")]
    [InlineData("{\"key\": \"X-Vault-Token\", \"value\": \"[|‹tok›|]\"}", "a.json")]
    [InlineData("- name: X-Api-Key\n  value: [|‹tok›|]", "a.yml")]
    [InlineData("<add name=\"X-Api-Key\" value=\"[|‹tok›|]\" />", "Web.config")]
    [InlineData("proxy_set_header X-Api-Key [|‹tok›|];", "a.conf")]
    [InlineData("h.Add(\"apikey\", \"[|‹jwt›|]\");", "a.cs")]
    public void KeyHeader_WithAKey_IsFound(string text, string path) => Row.Check(text, path, "http-key-header");

    [Fact]
    public void KeyHeader_ThatNamesItsIssuer_IsOfThatKind() =>
        Row.Check("h.Add(\"Ocp-Apim-Subscription-Key\", \"[|‹hex›|]\");", "a.cs", "azure-ai-services-key-legacy");

    [Theory]
    [InlineData("Cookie: lang=en; PHPSESSID=[|‹hex›|]; theme=dark", "api.http")]
    [InlineData("h.Add(\"Cookie\", \".ASPXAUTH=[|‹hex›‹hex›|]; path=/\");", "a.cs")]
    [InlineData("Set-Cookie: .AspNetCore.Cookies=[|‹tok›‹tok›|]; path=/", "a.log")]
    public void Cookie_OfASession_IsFound(string text, string path) => Row.Check(text, path, "session-cookie");

    [Theory]
    [InlineData("new HttpBasicAuthenticator(\"warehouse\", \"[|‹pw›|]\")", "a.cs")]
    [InlineData("requests.get(URL, auth=(\"edi\", \"[|‹pw›|]\"))", "a.py")]
    [InlineData("HTTPBasicAuth('edi', '[|hamburger|]')", "a.py")]
    [InlineData("req.SetBasicAuth(\"edi\", \"[|‹pw›|]\")", "a.go")]
    [InlineData("new NetworkCredential(\"edi\",\n   \"[|‹pw›|]\", \"CORP\")", "a.cs")]
    [InlineData("new MqttBuilder().WithCredentials(\"crane-07\", \"[|‹pw›|]\")", "a.cs")]
    [InlineData("new SftpClient(\"sftp.corp.net\", \"edi\", \"[|‹pw›|]\")", "a.cs")]
    [InlineData("DriverManager.getConnection(\"jdbc:x:y\", \"fin\", \"[|tiger|]\");", "A.java")]
    public void Call_WithAUserAndAPassword_IsFound(string text, string path) => Row.Check(text, path, "generic-password");

    [Fact]
    public void MarkOfASender_IsNoKey() => Row.CheckNot("X-Google-Sender-Auth: ‹hex›", "mail.eml", "http-key-header");

    [Fact]
    public void TokenOfABadge_IsNoHeader() => Row.CheckNot("/status.svg?style=shield&circle-token=‹hex›", "a.cs", "http-key-header");

    [Theory]
    [InlineData("Authorization: Bearer YOUR_TOKEN")]
    [InlineData("Authorization: Bearer <access_token>")]
    [InlineData("Authorization: Bearer abc123")]
    [InlineData("Authorization: Bearer eyJhbGciOiJIUzI1NiIs...")]
    [InlineData("Authorization: Bearer test-token")]
    [InlineData("Authorization: Bearer {{login.response.body.token}}")]
    [InlineData("Authorization: Bearer $(cat /run/secrets/token)")]
    [InlineData("Authorization: Bearer $env:TOKEN")]
    [InlineData("Authorization: Bearer {token}")]
    [InlineData("Authorization: Bearer ")]
    [InlineData("\"Authorization\", \"Bearer \" + GetToken2Async5Now(x)")]
    [InlineData("\"Authorization\", $\"Bearer {accessToken1}\"")]
    [InlineData("AuthenticationHeaderValue(\"Bearer\", a1b2c3d4e5f6g7h8i9j0)")]
    [InlineData("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("Authorization: Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Authorization: Basic [REDACTED]")]
    [InlineData("basic authentication is configured below")]
    [InlineData("WWW-Authenticate: Basic realm=\"x\"")]
    [InlineData("public void OnAuthorization(Http.Controllers.Action5Context a)")]
    [InlineData("Bearer = Constants13WsTrust.KeyTypes2005.Bearer13;")]
    [InlineData("Stripe.ApiKey = Load4KeyFrom5Vault6Now(x);")]
    [InlineData("base64_encode(\"$p[user]:$p[pass]\")")]
    [InlineData("new NetworkCredential(\"rightusername\", \"rightpassword\")")]
    [InlineData("Authorization: Digest ‹tok›")]
    [InlineData("Authorization: Negotiate ‹b64›")]
    [InlineData("Authorization: AWS4-HMAC-SHA256 Credential=x")]
    [InlineData("Authorization: token YOUR_TOKEN")]
    [InlineData("const string ApiKeyHeader = \"X-Api-Key\";\nconst string Other = \"x\";")]
    [InlineData("X-Api-Key: <key>")]
    [InlineData("X-Correlation-Id: ‹hex›")]
    [InlineData("X-XSRF-TOKEN: ‹tok›")]
    [InlineData("X-CSRF-Token: ‹tok›")]
    [InlineData("Sec-WebSocket-Key: ‹tok›")]
    [InlineData("If-None-Match: \"‹hex›\"")]
    [InlineData("Idempotency-Key: ‹guid›")]
    [InlineData("h.Add(\"X-Api-Key\", apiKey1b2c3d4e5f6g7h8);")]
    [InlineData("Cookie: lang=en-GB; cookieConsent=accepted; theme=dark")]
    [InlineData("Cookie: XSRF-TOKEN=‹tok›; session={id}")]
    [InlineData("setBasicAuth(\"user\", \"password\")")]
    [InlineData("new NetworkCredential(\"anonymous\", \"anonymous@\")")]
    [InlineData("Save(Credentials(\"user\", \"token\"))")]
    [InlineData("new BasicCredentials(\"id\", \"a1B2c3D4e5F6g7H8EXAMPLEKEY\")")]
    public void NoSecret_IsSilent(string text)
    {
        Row.Check(text, "a.cs");
        Row.Check("// " + text, "a.cs");
    }
}
