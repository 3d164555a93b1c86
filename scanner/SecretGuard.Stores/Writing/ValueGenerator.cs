using System.Buffers.Text;
using System.Security.Cryptography;
using SecretGuard.Inventories;

namespace SecretGuard.Stores.Writing;

/// <summary>Makes values that nobody has seen: all randomness is that of the operating system.</summary>
internal static class ValueGenerator
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    /// <summary>A new value, and the public part of a pair of keys (PEM: PKCS #8, and SubjectPublicKeyInfo of RFC 5280); null where it is no pair.</summary>
    public static (string Value, string? PublicPart) Make(DeclaredGeneration rule)
    {
        switch (rule.Type)
        {
            case GeneratedType.Random:
                return (Written(RandomNumberGenerator.GetBytes(rule.Bits / 8), rule.Text), null);
            case GeneratedType.Password:
                return (Password(rule.Length, rule.Symbols), null);
            case GeneratedType.Rsa:
                using (var rsa = RSA.Create(rule.Bits))
                {
                    return (rsa.ExportPkcs8PrivateKeyPem() + "\n", rsa.ExportSubjectPublicKeyInfoPem() + "\n");
                }

            case GeneratedType.Ec:
                using (var ec = ECDsa.Create(rule.Bits switch { 256 => ECCurve.NamedCurves.nistP256, 384 => ECCurve.NamedCurves.nistP384, _ => ECCurve.NamedCurves.nistP521 }))
                {
                    return (ec.ExportPkcs8PrivateKeyPem() + "\n", ec.ExportSubjectPublicKeyInfoPem() + "\n");
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule.Type, null);
        }
    }

    private static string Written(byte[] bytes, GeneratedText text) => text switch
    {
        GeneratedText.Hex => Convert.ToHexStringLower(bytes),
        GeneratedText.Base64 => Convert.ToBase64String(bytes),
        _ => Base64Url.EncodeToString(bytes),
    };

    /// <summary>Drawn as a whole until every class is in it, so that each password that has them is as likely as any other.</summary>
    private static string Password(int length, string symbols)
    {
        string[] classes = symbols.Length == 0 ? [Lower, Upper, Digits] : [Lower, Upper, Digits, symbols];
        string all = string.Concat(classes);
        while (true)
        {
            string drawn = RandomNumberGenerator.GetString(all, length);
            if (Array.TrueForAll(classes, one => drawn.AsSpan().ContainsAny(one)))
            {
                return drawn;
            }
        }
    }
}
