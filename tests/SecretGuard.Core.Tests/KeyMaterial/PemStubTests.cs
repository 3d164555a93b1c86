using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>What mentions a key, or shows where one would be, holds none.</summary>
public sealed class PemStubTests
{
    private const string Begin = "-----BEGIN RSA PRIVATE KEY-----";
    private const string End = "-----END RSA PRIVATE KEY-----";

    [Theory]
    [InlineData("if (text.StartsWith(\"{0}\", StringComparison.Ordinal) && text.EndsWith(\"{1}\", StringComparison.Ordinal)) return Parse(text);")]
    [InlineData("const Header = \"{0}\"; const Footer = \"{1}\";")]
    [InlineData("const Header = \"{0}\";\nconst Other = \"AnotherConstantOfTheSameClassThatIsQuiteLong12345\";\nconst More = \"SomeMoreTextThatHasNothingToDoWithKeysAtAll99\";")]
    [InlineData("new Regex(@\"{0}[\\s\\S]+?{1}\")")]
    [InlineData("grep -q '{0}' file && echo found")]
    [InlineData("{0}\n...\n{1}")]
    [InlineData("{0}\nMIIEpAIBAAKCAQEA...\n{1}")]
    [InlineData("{0}\nMIIEpAIBAAKCAQEAx7Ab3cD9eFgHiJkLmNoPqRsTuVwXyZ0123456789snip[...]\n{1}")]
    [InlineData("{0}\n<your key here>\n{1}")]
    [InlineData("{0}\n&lt;key&gt;\n{1}")]
    [InlineData("{0}\n{{{{ .Values.key }}}}\n{1}")]
    [InlineData("{0}\n${{KEY}}\n{1}")]
    [InlineData("key: |\n  {0}\n  ${{PRIVATE_KEY}}\n  {1}\n")]
    [InlineData("{0}\nput the content of your private key file here between these two lines please\n{1}")]
    [InlineData("{0}\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nxxxxxxxxxxxxxxxx\n{1}")]
    [InlineData("{0}\n****************************************************************\n{1}")]
    [InlineData("The file begins with {0} and what follows is the content of the key in base64 which nobody should ever publish anywhere at all.")]
    [InlineData("{0}{1}")]
    [InlineData("{0}")]
    [InlineData("{0}\nshort1A\n{1}")]
    [InlineData("`{0}` is the header of PKCS#1, see RFC 8017 for all that follows it; the footer is `{1}`.")]
    public void Text_ThatMentionsAKey_IsSilent(string format) =>
        Scan.Silent(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Begin, End));

    [Theory]
    [InlineData("DH PARAMETERS")]
    [InlineData("EC PARAMETERS")]
    [InlineData("CERTIFICATE")]
    [InlineData("PGP PUBLIC KEY BLOCK")]
    [InlineData("AGE ENCRYPTED FILE")]
    [InlineData("SSH2 PUBLIC KEY")]
    public void Armor_OfPublicMaterial_IsSilent(string label) =>
        Scan.Silent(KeyExamples.Pem(label, KeyExamples.Bytes(new Random(1), 200)));
}
