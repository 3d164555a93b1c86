using System.Net;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

public sealed class PemMatcherTests
{
    private static readonly Random Random = new(11);

    public static TheoryData<string, string> Wrappings
    {
        get
        {
            string pem = RealKeys.RsaPem;
            string[] lines = pem.Split('\n');
            return new TheoryData<string, string>
            {
                { "a file", pem + "\n" },
                { "Windows line ends", pem.Replace("\n", "\r\n", StringComparison.Ordinal) },
                { "a JSON string", "{\"key\": \"" + pem.Replace("\n", "\\n", StringComparison.Ordinal) + "\\n\"}" },
                { "a JSON string with CR LF", "{\"key\": \"" + pem.Replace("\n", "\\r\\n", StringComparison.Ordinal) + "\"}" },
                { "JSON that escapes slashes and plus signs", "{\"key\": \"" + pem.Replace("\n", "\\n", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal).Replace("+", "\\u002B", StringComparison.Ordinal) + "\"}" },
                { "JSON in JSON", "{\"a\":\"{\\\"key\\\": \\\"" + pem.Replace("\n", "\\\\n", StringComparison.Ordinal) + "\\\"}\"}" },
                { "a YAML block", "key: |\n" + string.Concat(lines.Select(line => "    " + line + "\n")) + "other: 1\n" },
                { "C# concatenation", "var k = " + string.Join(" +\n    ", lines.Select(line => $"\"{line}\\n\"")) + ";" },
                { "C concatenation", "const char *k =\n" + string.Join("\n", lines.Select(line => $"  \"{line}\\n\"")) + ";" },
                { "concatenation with separate line ends", "k = " + string.Join(" + \"\\n\" +\n", lines.Select(line => $"\"{line}\"")) },
                { "an array of lines", "[" + string.Join(",\n", lines.Select(line => $"'{line}'")) + "].join('\\n')" },
                { "a string builder", string.Concat(lines.Select(line => $"sb.AppendLine(\"{line}\");\n")) },
                { "one line with spaces", "KEY=\"" + pem.Replace('\n', ' ') + "\"" },
                { "a shell variable", "export KEY='" + pem + "'\n" },
                { "PowerShell", "$k = \"" + pem.Replace("\n", "`n", StringComparison.Ordinal) + "\"" },
                { "HTML line ends", "<pre>" + pem.Replace("\n", "&#10;", StringComparison.Ordinal).Replace("+", "&#x2B;", StringComparison.Ordinal) + "</pre>" },
                { "XML line ends", "<k v=\"" + pem.Replace("\n", "&#xA;", StringComparison.Ordinal) + "\"/>" },
                { "br elements", pem.Replace("\n", "<br/>", StringComparison.Ordinal) },
                { "a URL", "k=" + Uri.EscapeDataString(pem) },
                { "a form", "k=" + WebUtility.UrlEncode(pem) },
                { "a comment", string.Concat(lines.Select(line => "# " + line + "\n")) },
                { "a line comment", string.Concat(lines.Select(line => "    // " + line + "\n")) },
                { "an added diff", "@@ -0,0 +1,28 @@\n" + string.Concat(lines.Select(line => "+" + line + "\n")) },
                { "a removed diff", string.Concat(lines.Select(line => "-" + line + "\n")) },
                { "a quoted mail", string.Concat(lines.Select(line => "> " + line + "\n")) },
                { "shell line continuations", string.Join("\\\n", lines) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void Key_InAWrapping_ParsesAndSpansBeginToEnd(string wrapping, string text)
    {
        Match match = Scan.One(text);
        match.Rule.Slug.ShouldBe("private-key", wrapping);
        match.Confidence.ShouldBe(Confidence.VeryHigh, wrapping + ": " + match.Reason);
        string value = Scan.Value(text, match);
        value.ShouldStartWith("-----BEGIN");
        value.ShouldEndWith("-----");
        value.ShouldContain("END");
    }

    [Fact]
    public void RealKeys_OfAllKinds_ParseAsWhatTheyAre()
    {
        foreach ((string pem, string name) in RealKeys.Clear())
        {
            Match match = Scan.One(pem + "\n");
            match.Confidence.ShouldBe(Confidence.VeryHigh, name);
            match.Reason.ShouldBe("parses as a " + name);
            Scan.Value(pem, match).ShouldBe(pem);
        }
    }

    [Fact]
    public void PublicMaterial_IsSilent()
    {
        foreach (string pem in RealKeys.Public())
        {
            Scan.Silent(pem);
            Scan.Silent(Convert.ToBase64String(Encoding.ASCII.GetBytes(pem)));
            Scan.Silent(RealKeys.Body(pem));
        }
    }

    [Fact]
    public void PublicMaterial_UnderAPrivateLabel_IsSilent() =>
        Scan.Silent(RealKeys.Rsa.ExportSubjectPublicKeyInfoPem().Replace("PUBLIC", "PRIVATE", StringComparison.Ordinal));

    [Fact]
    public void CertificateThenKey_FindsTheKeyAlone()
    {
        using var certificate = RealKeys.Certificate();
        Scan.Finds(certificate.ExportCertificatePem() + "\n" + RealKeys.RsaPem + "\n", "private-key", Confidence.VeryHigh, RealKeys.RsaPem);
    }

    [Fact]
    public void TwoKeys_AreTwoMatches() => Scan.All(RealKeys.RsaPem + "\n" + RealKeys.P256.ExportECPrivateKeyPem()).Count.ShouldBe(2);

    [Fact]
    public void EncryptedKeys_AreToldApart()
    {
        Scan.Finds(RealKeys.EncryptedPem(), "private-key-encrypted", Confidence.Low);
        string[] lines = RealKeys.Rsa.ExportRSAPrivateKeyPem().Split('\n');
        string legacy = lines[0] + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,8F0E1D2C3B4A59687766554433221100\n\n" + string.Join('\n', lines[1..]);
        Scan.Finds(legacy, "private-key-encrypted", Confidence.Low, legacy);
        Scan.Finds(legacy.Replace("\n", "\\n", StringComparison.Ordinal), "private-key-encrypted", Confidence.Low);
        Scan.Finds(KeyExamples.Pem("OPENSSH PRIVATE KEY", KeyExamples.OpenSsh(Random, "aes256-ctr")), "private-key-encrypted", Confidence.Low);
        Scan.Finds(KeyExamples.Pem("PGP PRIVATE KEY BLOCK", KeyExamples.Pgp(Random, protection: 254)), "private-key-encrypted", Confidence.Low);
        string ssh2 = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: \"a key\"\n" + Convert.ToBase64String(KeyExamples.Bytes(Random, 200)) + "\n---- END SSH2 ENCRYPTED PRIVATE KEY ----";
        Scan.Finds(ssh2, "private-key-encrypted", Confidence.Low, ssh2);
    }

    [Fact]
    public void OpenSshAndPgp_InTheClear_AreTheirOwnKinds()
    {
        Scan.Finds(KeyExamples.Pem("OPENSSH PRIVATE KEY", KeyExamples.OpenSsh(Random, "none")), "openssh-private-key", Confidence.VeryHigh);
        string pgp = KeyExamples.Pem("PGP PRIVATE KEY BLOCK", KeyExamples.Pgp(Random, protection: 0));
        Scan.Finds(pgp, "pgp-private-key", Confidence.VeryHigh);
        string dressed = pgp.Replace("BLOCK-----\n", "BLOCK-----\nVersion: GnuPG v2\nComment: a-b.c\n\n", StringComparison.Ordinal)
            .Replace("\n-----END", "\n=aB3d\n-----END", StringComparison.Ordinal);
        Scan.Finds(dressed, "pgp-private-key", Confidence.VeryHigh, dressed);
    }

    [Fact]
    public void ServiceAccountJson_GivesTheKeyItsKind()
    {
        string json = KeyExamples.GoogleServiceAccount(Random);
        Scan.Finds(json, "gcp-service-account-key", Confidence.VeryHigh);
        Scan.Finds(json.Replace("\"service_account\"", "\"other\"", StringComparison.Ordinal), "private-key", Confidence.VeryHigh);
    }

    [Fact]
    public void Key_WithoutItsEnd_IsLessSure()
    {
        string[] lines = RealKeys.RsaPem.Split('\n');
        Scan.Finds(string.Join('\n', lines[..^1]) + "\n", "private-key", Confidence.High);
        Scan.Finds(string.Join('\n', lines[..^8]) + "\n", "private-key", Confidence.Medium);
    }

    [Fact]
    public void Key_OfUnknownContent_IsMedium() =>
        Scan.Finds(KeyExamples.Pem("RSA PRIVATE KEY", KeyExamples.Bytes(Random, 300)), "private-key", Confidence.Medium);
}
