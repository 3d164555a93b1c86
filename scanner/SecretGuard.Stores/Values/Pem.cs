using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecretGuard.Stores.Values;

/// <summary>What is known of PEM (RFC 7468): certificates, and private keys of RSA and of elliptic curves.</summary>
internal static class Pem
{
    /// <summary>Why a text is no PEM that can be used; null where it is. A key that does not belong to the certificate beside it cannot.</summary>
    public static string? Misfit(string text)
    {
        if (!PemEncoding.TryFind(text, out _))
        {
            return "it has no block of PEM ('-----BEGIN …')";
        }

        try
        {
            using X509Certificate2? certificate = Certificate(text);
            if (certificate is not null && HasPlainKey(text))
            {
                using X509Certificate2 pair = X509Certificate2.CreateFromPem(text, text);
            }

            return null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return HasPlainKey(text) && text.Contains("CERTIFICATE", StringComparison.Ordinal) ? "its private key does not belong to its certificate, or one of them cannot be read" : "its certificate cannot be read";
        }
    }

    /// <summary>When its first certificate ends; null where there is none to read.</summary>
    public static DateTimeOffset? Expires(string text)
    {
        try
        {
            using X509Certificate2? certificate = Certificate(text);
            return certificate is null ? null : new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static X509Certificate2? Certificate(string text) => text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal) ? X509Certificate2.CreateFromPem(text) : null;

    private static bool HasPlainKey(string text) => text.Contains("PRIVATE KEY-----", StringComparison.Ordinal) && !text.Contains("ENCRYPTED", StringComparison.Ordinal);
}
