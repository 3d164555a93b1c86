namespace SecretGuard.Core.Tests.Rules;

/// <summary>Kinds that no pattern describes: one plain example of each through the whole engine, so that each can still win its place.</summary>
public sealed class StructuralRuleTests
{
    [Theory]
    [InlineData("command-line-secret", "deploy.sh", "mysql -u root -p‹pw› shop\n")]
    [InlineData("piped-secret", "deploy.sh", "echo '‹pw›' | sudo -S apt-get update\n")]
    [InlineData("connection-string-key", "a.config", "Endpoint=https://kusto.corp.net;AccountName=shop7;AccountKey=‹b64›;")]
    [InlineData("credential-file", ".pgpass", "db:5432:shop:app:‹pw›\n")]
    [InlineData("password-hash", "etc/shadow", "root:$6$10$‹tok›‹tok›:19000:0:99999:7:::\n")]
    [InlineData("registry-login", ".npmrc", "//npm.internal/:_auth=‹basic›\n")]
    [InlineData("kubernetes-secret", "s.yaml", "kind: Secret\nstringData:\n  password: ‹pw›\n")]
    [InlineData("named-entry-secret", "web.config", "<add key=\"SmtpPassword\" value=\"‹pw›\" />")]
    [InlineData("table-secret", "export.csv", "id;login;password;note\n1;anna;‹pw›;x\n")]
    [InlineData("directive-secret", "router.cfg", "username ops password 0 ‹pw›\n")]
    [InlineData("otp-seed", "a.txt", "otpauth://totp/Shop:ops?secret=‹seed›&issuer=Shop")]
    [InlineData("seed-phrase", "a.env", "MNEMONIC=\"worda wordd wordg wordj wordm wordp words wordv wordy wordb worde wordh\"")]
    [InlineData("aspnet-machine-key", "web.config", "<machineKey validationKey=\"‹hex›‹hex›‹hex›‹hex›\" decryptionKey=\"‹hex›\" />")]
    [InlineData("php-constant-secret", "wp-config.php", "define( 'DB_PASSWORD', '‹pw›' );")]
    [InlineData("sql-password", "a.sql", "CREATE LOGIN app WITH PASSWORD = '‹pw›', CHECK_POLICY = OFF;")]
    [InlineData("sql-encryption-key", "a.sql", "SELECT pgp_sym_encrypt(card, '‹pw›') FROM cards;")]
    [InlineData("sql-stored-secret", "a.sql", "INSERT INTO settings (name, api_key) VALUES ('mail', '‹tok›');")]
    [InlineData("presigned-url-signature", "a.log", "GET https://b.s3.amazonaws.com/o?X-Amz-Credential=a&X-Amz-Expires=600&X-Amz-Signature=‹hex›‹hex›")]
    [InlineData("generic-password", "a.cs", "var password = \"‹pw›\";")]
    [InlineData("generic-api-key", "a.cs", "const string ApiKey = \"‹tok›\";")]
    [InlineData("generic-token", "a.py", "auth_token = '‹tok›'")]
    [InlineData("cryptographic-key", "a.json", "{ \"encryptionKey\": \"‹b64›\" }")]
    [InlineData("generic-secret", "a.yml", "client_secret: ‹tok›\n")]
    public void Example_IsFoundAsItsKind(string slug, string path, string text) => Row.Slugs(text, path).ShouldContain(slug);
}
