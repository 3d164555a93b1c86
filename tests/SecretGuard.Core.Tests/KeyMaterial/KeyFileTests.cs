using System.Security.Cryptography;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>Formats of single tools: PuTTY, minisign, signify, WireGuard, JWK, RSAKeyValue.</summary>
public sealed class KeyFileTests
{
    private static readonly Random Random = new(13);

    [Fact]
    public void Putty_IsFoundWholeAndEncryptedOnesToldApart()
    {
        string file = KeyExamples.Putty(Random);
        Scan.Finds(file + "\r\n", "putty-private-key", Confidence.VeryHigh, file);
        Scan.Finds(file.Replace("\n", "\r\n", StringComparison.Ordinal), "putty-private-key", Confidence.VeryHigh);
        Scan.Finds(file.Replace("none", "aes256-cbc", StringComparison.Ordinal), "private-key-encrypted", Confidence.Low);
        Scan.Silent("if (line.StartsWith(\"PuTTY-User-Key-File-2: \")) { read(\"Encryption: none\", \"Private-Lines: \"); }");
    }

    [Fact]
    public void Minisign_SecretIsFoundPublicIsNot()
    {
        Scan.Finds(KeyExamples.Minisign(Random) + "\n", "minisign-secret-key", Confidence.VeryHigh);
        Scan.Finds(Convert.ToBase64String([.. "EdScB2"u8, .. KeyExamples.Bytes(Random, 152)]), "private-key-encrypted", Confidence.Low);
        Scan.Finds(Convert.ToBase64String([.. "EdBK"u8, 0, 0, 0, 0, .. KeyExamples.Bytes(Random, 96)]), "minisign-secret-key", Confidence.VeryHigh);
        Scan.Finds(Convert.ToBase64String([.. "EdBK"u8, 0, 0, 0, 42, .. KeyExamples.Bytes(Random, 96)]), "private-key-encrypted", Confidence.Low);
        Scan.Silent("untrusted comment: minisign public key\n" + Convert.ToBase64String([.. "Ed"u8, .. KeyExamples.Bytes(Random, 40)]));
    }

    [Fact]
    public void WireGuard_KeysAreFoundByNameAndLength()
    {
        string key = KeyExamples.WireGuard(Random);
        Scan.Finds($"[Interface]\nPrivateKey = {key}\nAddress = 10.0.0.1/24\n", "wireguard-private-key", Confidence.VeryHigh, key);
        Scan.Finds($"PrivateKey={key}", "wireguard-private-key", Confidence.VeryHigh, key);
        Scan.Finds($"[Peer]\nPresharedKey = {key}\n", "wireguard-preshared-key", Confidence.High, key);
        Scan.Silent($"[Peer]\nPublicKey = {key}\n");
        Scan.Silent("PrivateKey = <key>\nPrivateKey = options.PrivateKey;\nPrivateKey = " + new string('A', 43) + "=\n");
    }

    [Fact]
    public void Jwk_PrivateMemberIsReported()
    {
        string key = KeyExamples.Jwk(Random);
        string d = key.Split("\"d\":\"")[1].Split('"')[0];
        Scan.Finds(key, "jwk-private-key", Confidence.VeryHigh, d);
        Scan.Finds(key.Replace("\"", "\\\"", StringComparison.Ordinal), "jwk-private-key", Confidence.VeryHigh, d);
        Scan.Finds($"const jwk = {{ kty: 'OKP', crv: 'Ed25519', d: '{d}' }};", "jwk-private-key", Confidence.VeryHigh, d);
        Scan.Finds(KeyExamples.JwkSymmetric(Random), "jwk-symmetric-key", Confidence.VeryHigh);
    }

    [Fact]
    public void Jwk_OfAnRsaKey_IsFoundAndItsPublicHalfIsNot()
    {
        RSAParameters rsa = RealKeys.Rsa.ExportParameters(includePrivateParameters: true);
        string open = $"{{\"kty\": \"RSA\", \"e\": \"AQAB\", \"n\": \"{KeyExamples.Url(rsa.Modulus!)}\"}}";
        Scan.Silent("{\"keys\": [" + open + ", " + open + "]}");
        string whole = $"{{\"d\": \"{KeyExamples.Url(rsa.D!)}\", \"dp\": \"{KeyExamples.Url(rsa.DP!)}\", " + open[1..];
        Scan.Finds("{\"keys\": [" + open + ", " + whole + "]}", "jwk-private-key", Confidence.VeryHigh, KeyExamples.Url(rsa.D!));
        Scan.Silent("{\"kty\":\"oct\",\"kid\":\"" + KeyExamples.Url(KeyExamples.Bytes(Random, 32)) + "\"}");
    }

    [Fact]
    public void RsaXml_PrivateExponentIsReported()
    {
        string d = Convert.ToBase64String(RealKeys.Rsa.ExportParameters(includePrivateParameters: true).D!);
        string xml = RealKeys.Rsa.ToXmlString(includePrivateParameters: true);
        Scan.Finds(xml, "rsa-key-value", Confidence.VeryHigh, d);
        Scan.Finds($"<add key=\"k\" value=\"{System.Net.WebUtility.HtmlEncode(xml)}\" />", "rsa-key-value", Confidence.VeryHigh, d);
        Scan.Silent(RealKeys.Rsa.ToXmlString(includePrivateParameters: false));
        Scan.Silent("<RSAKeyValue><Modulus>...</Modulus><D>...</D></RSAKeyValue>");
    }
}
