using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>Keys made by the platform's cryptography: what the matchers see in the wild, made anew in every run.</summary>
internal static class RealKeys
{
    private static readonly PbeParameters Passphrase = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly ECDsa P256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa P384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    public static readonly ECDsa P521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);

    public static readonly string RsaPem = Rsa.ExportPkcs8PrivateKeyPem();

    /// <summary>Private keys in the clear: PEM and the words that the parser should use for it.</summary>
    public static IEnumerable<(string Pem, string Name)> Clear()
    {
        yield return (RsaPem, "PKCS#8 RSA key");
        yield return (Rsa.ExportRSAPrivateKeyPem(), "PKCS#1 RSA key");
        foreach (ECDsa key in new[] { P256, P384, P521 })
        {
            yield return (key.ExportPkcs8PrivateKeyPem(), "PKCS#8 EC key");
            yield return (key.ExportECPrivateKeyPem(), "SEC 1 EC key");
        }

        using RSA large = RSA.Create(4096);
        yield return (large.ExportRSAPrivateKeyPem(), "PKCS#1 RSA key");
        using var dsa = DSA.Create(1024);
        yield return (dsa.ExportPkcs8PrivateKeyPem(), "PKCS#8 DSA key");
    }

    public static string EncryptedPem() => Rsa.ExportEncryptedPkcs8PrivateKeyPem("correct horse", Passphrase);

    /// <summary>Everything that goes with keys and may be public.</summary>
    public static IEnumerable<string> Public()
    {
        yield return Rsa.ExportSubjectPublicKeyInfoPem();
        yield return Rsa.ExportRSAPublicKeyPem();
        yield return P256.ExportSubjectPublicKeyInfoPem();
        var request = new CertificateRequest("CN=example", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        yield return request.CreateSigningRequestPem();
        using X509Certificate2 certificate = Certificate();
        yield return certificate.ExportCertificatePem();
    }

    public static X509Certificate2 Certificate() =>
        new CertificateRequest("CN=example", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The base64 of a PEM, on one line.</summary>
    public static string Body(string pem) => string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-')));
}
