using System.Security.Cryptography.X509Certificates;

namespace SecretGuard.Stores.Http;

/// <summary>How a store is connected to. Not a record: it holds a key.</summary>
internal sealed class HttpSettings
{
    /// <summary>The authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesPem { get; init; }

    /// <summary>A file of them, read with the first request; null for none.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>What the client shows of itself; null for nothing.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The name that the server's certificate must bear, where it is not the address's.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether any certificate will do, because the user's own configuration of this store says so.</summary>
    public bool TrustsAnyCertificate { get; init; }

    /// <summary>The proxy that the store's configuration names; null for that of the environment.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How long one request may take, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest body that is read.</summary>
    public long MostBytes { get; init; } = 32 << 20;

    /// <summary>How many calls on its owner's bill an answer stands for.</summary>
    public Func<StoreReply, long> Billed { get; init; } = static _ => 0;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
