using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.KeyMaterial;

public sealed class BinarySecretsTests
{
    private static readonly Random Random = new(17);

    [Fact]
    public void RealDerKeys_AreFound()
    {
        Slug(RealKeys.Rsa.ExportPkcs8PrivateKey()).ShouldBe("private-key");
        Slug(RealKeys.Rsa.ExportRSAPrivateKey()).ShouldBe("private-key");
        Slug(RealKeys.P521.ExportPkcs8PrivateKey()).ShouldBe("private-key");
        Slug(RealKeys.Rsa.ExportEncryptedPkcs8PrivateKey("correct horse", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)))
            .ShouldBe("private-key-encrypted");
        Slug(KeyExamples.OpenSsh(Random, "none")).ShouldBe("openssh-private-key");
    }

    [Fact]
    public void RealPkcs12_IsAContainer()
    {
        using X509Certificate2 certificate = RealKeys.Certificate();
        Match match = Scan.All(certificate.Export(X509ContentType.Pkcs12, "correct horse")).ShouldHaveSingleItem();
        match.Rule.Slug.ShouldBe("pkcs12-container");
        match.Reason.ShouldBe("holds an encrypted private key, whose password may be empty");
    }

    [Fact]
    public void Pkcs12WithAKeyInTheClear_SaysSo()
    {
        byte[] bag = KeyExamples.Der(DerReader.Sequence, KeyExamples.Der(DerReader.ObjectIdentifier, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x01]), KeyExamples.Pkcs8(Random));
        byte[] info = KeyExamples.Der(DerReader.Sequence, KeyExamples.Der(DerReader.ObjectIdentifier, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]), KeyExamples.Der(DerReader.OctetString, bag));
        byte[] container = KeyExamples.Der(DerReader.Sequence, KeyExamples.Der(DerReader.Integer, [3]), info, new byte[8]);
        Match match = Scan.All(container).ShouldHaveSingleItem();
        match.Confidence.ShouldBe(Confidence.VeryHigh);
        match.Reason.ShouldBe("holds a private key that is not encrypted");
    }

    [Theory]
    [InlineData(0, "pgp-private-key")]
    [InlineData(254, "private-key-encrypted")]
    public void OpenPgpWithoutArmor_IsFound(byte protection, string slug)
    {
        byte[] key = KeyExamples.Pgp(Random, protection);
        key[3] = key[4] = 0; // as git, a file without a zero is taken for text
        Slug(key).ShouldBe(slug);
        key[2] = 9;
        Scan.All(key).ShouldBeEmpty();
    }

    [Fact]
    public void ContainersInBase64_AreFound()
    {
        using X509Certificate2 certificate = RealKeys.Certificate();
        string pfx = Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12, "correct horse"));
        Scan.Finds($"var a = new X509Certificate2(Convert.FromBase64String(\"{pfx}\"));", "pkcs12-container", Confidence.Medium, pfx);
        Scan.Finds($"kind: Secret\ndata:\n  tls.pfx: {pfx}\n", "pkcs12-container", Confidence.Medium, pfx);
        string jks = Convert.ToBase64String([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, .. KeyExamples.Bytes(Random, 1000)]);
        Scan.Finds($"{{\"keystore\": \"{jks}\"}}", "java-keystore", Confidence.Medium, jks);
    }

    [Fact]
    public void CryptoApiBlobs_PrivateIsFoundPublicIsNot()
    {
        using var provider = new RSACryptoServiceProvider(2048);
        Slug(provider.ExportCspBlob(includePrivateParameters: true)).ShouldBe("strong-name-key");
        Scan.All(provider.ExportCspBlob(includePrivateParameters: false)).ShouldBeEmpty();
    }

    [Fact]
    public void Pvk_InTheClearIsFoundAndEncryptedToldApart()
    {
        byte[] Pvk(byte encrypted) => [0x1E, 0xF1, 0xB5, 0xB0, 0, 0, 0, 0, 2, 0, 0, 0, encrypted, 0, 0, 0, 0, 0, 0, 0, 84, 2, 0, 0, .. KeyExamples.Bytes(Random, 596)];
        Slug(Pvk(0)).ShouldBe("private-key");
        Slug(Pvk(1)).ShouldBe("private-key-encrypted");
    }

    [Fact]
    public void PublicAndUnrelatedBinaries_AreSilent()
    {
        using X509Certificate2 certificate = RealKeys.Certificate();
        Scan.All(certificate.RawData).ShouldBeEmpty();
        Scan.All(RealKeys.Rsa.ExportSubjectPublicKeyInfo()).ShouldBeEmpty();
        Scan.All(RealKeys.Rsa.ExportRSAPublicKey()).ShouldBeEmpty();
        Scan.All([0x7F, (byte)'E', (byte)'L', (byte)'F', .. new byte[60]]).ShouldBeEmpty();
        Scan.All(new byte[5000]).ShouldBeEmpty();
        Scan.All([0, 1, 2]).ShouldBeEmpty();
    }

    [Fact]
    public void JavaTrustStore_IsLow() =>
        Scan.All([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, .. new byte[50]]).ShouldHaveSingleItem().Confidence.ShouldBe(Confidence.Low);

    [Fact]
    public void LargeFile_IsReportedByItsHead()
    {
        byte[] store = [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, .. new byte[10_000]];
        var content = Content.FromBytes(store, store.Length, "a.jks");
        content.Head.Length.ShouldBe(4096);
        Match match = Scan.All(store).ShouldHaveSingleItem();
        match.End.ShouldBe(4096);
        Finding finding = FindingBuilder.Build(content, [match], [match]).ShouldHaveSingleItem();
        finding.Location.StartLine.ShouldBe(1);
        finding.Excerpt.Text.ShouldBe(Redaction.Mask);
    }

    private static string Slug(byte[] content) => Scan.All(content).ShouldHaveSingleItem().Rule.Slug;
}
