using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecretGuard.Stores.Http;

/// <summary>Which certificates a connection trusts.</summary>
internal static class TrustedAuthorities
{
    /// <summary>The options of TLS.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="problem">Why the authorities cannot be had; null where they can.</param>
    public static SslClientAuthenticationOptions Options(HttpSettings settings, out StoreProblem? problem)
    {
        problem = null;
        var options = new SslClientAuthenticationOptions { TargetHost = settings.ServerName };
        if (settings.ClientCertificate is { } certificate)
        {
            options.ClientCertificates = [certificate];
        }

        if (settings.TrustsAnyCertificate)
        {
            Trust(options);
            return options;
        }

        string? pem = settings.AuthoritiesPem;
        if (settings.AuthoritiesFile is { } file)
        {
            pem = Local.LocalText.Read(file, out problem, out _);
        }

        if (pem is null || problem is not null)
        {
            return options;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            policy.CustomTrustStore.Clear();
        }

        if (policy.CustomTrustStore.Count == 0)
        {
            problem = new StoreProblem(Verdict.Misconfigured, $"{settings.AuthoritiesFile ?? "the store's CA data"} holds no certificate in PEM", "give the certificate of the authority as PEM") { IsStoreWide = true };
        }

        options.CertificateChainPolicy = policy;
        return options;
    }

    /// <summary>Only the user's own configuration of a store leads here, and the store says so.</summary>
    private static void Trust(SslClientAuthenticationOptions options) => options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
}
