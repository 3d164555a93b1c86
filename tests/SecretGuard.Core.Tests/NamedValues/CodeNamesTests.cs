namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>What code calls its own things by is no secret, and a password that looks a little like it is one.</summary>
public sealed class CodeNamesTests
{
    [Theory]
    [InlineData("'secret': 'V1SecretVolumeSource',\n'image_pull_secrets': 'list[V1LocalObjectReference]',\n", "v1_volume.py")]
    [InlineData("credentials = _messages.MessageField('GoogleCloudApigeeV1Credential', 8)\napi_key_config = new Password('OAuth2ClientCredentials');\n", "messages.py")]
    [InlineData("\"password\": \"S3StagingLocation\"\n", "service.json")]
    [InlineData("\"--prompt-for-pvk-password\": \"bool\",\n\"--retain-password\": \"boolean\"\n", "completions.py")]
    [InlineData("{ \"output_token\": \"Jobs[-1].JobId\", \"next_token\": \"StreamDescription.Shards[-1].ShardId\" }", "paginators.json")]
    [InlineData("\"PasswordEncryption\": \"POSTGRES_SCRAM_SHA_256\"\npassword = \"X509_V_ERR_OCSP_VERIFY_NEEDED\"\n", "service.py")]
    [InlineData("NETWORK_PASSWORD = Secret.new(\"org.system.config.printer.store\")\n", "jobviewer.py")]
    [InlineData("{ \"name\": \"--proxy_password\",\n  \"nargs\": \"1\",\n  \"type\": \"string\" }", "flags.json")]
    [InlineData("{ \"alpha_2\": \"PW\",\n  \"alpha_3\": \"PLW\" }", "countries.json")]
    [InlineData("[ \"libpng16-16t64\", \"libsecret-1-0\", \"libvpx12\" ]", "packages.js")]
    [InlineData("const REQUIRES_AUTH = [\"hosting\", \"functions\"];\n", "serve.js")]
    [InlineData("  # pass to 'actool' when the catalogue has an icon\n", "tool.py")]
    [InlineData("type\n  TJob = class\n    token : String;\n    FSharedSecret : Boolean;\n  end;\nbegin\n  FPageToken:=AValue;\n  APassword:=A.Strings[1];\nend;\n", "job.pp")]
    public void Name_IsNone(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("password = \"[|Summer2024Winter|]\"\n", "a.py")]
    [InlineData("password = \"[|Welcome2Contoso|]\"\n", "a.py")]
    [InlineData("db_password = \"[|HARBOUR_7tK9_LANTERN|]\"\n", "a.py")]
    [InlineData("{ \"args\": [\"--proxy_password\", \"[|‹pw›|]\"] }", "flags.json")]
    [InlineData("  Connection.Password := '[|‹pw›|]';\n", "job.pp")]
    [InlineData("  user { 'ops': password => '[|‹pw›|]' }\n", "site.pp")]
    [InlineData("val pairs = mapOf(\"password\" to \"[|‹pw›|]\")\n", "a.kt")]
    public void Secret_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void KeyInBase64_IsASecretUnlessItIsThePublicOne(bool isPublic)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        string text = Convert.ToBase64String(isPublic ? key.ExportSubjectPublicKeyInfo() : key.ExportPkcs8PrivateKey());
        Row.Check(isPublic ? $"apiKey: \"{text}\"\n" : $"apiKey: \"[|{text}|]\"\n", "registry.js");
    }
}
