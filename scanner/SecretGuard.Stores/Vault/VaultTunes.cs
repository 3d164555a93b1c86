using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>How long leases of a mount are where its roles say nothing, and at most; null where that may not be seen.</summary>
/// <param name="Usual">Where nobody asks for another time.</param>
/// <param name="Longest">The longest.</param>
internal sealed record VaultTune(TimeSpan? Usual, TimeSpan? Longest)
{
    /// <summary>A lease as Vault writes it: seconds, as a number or a text, or a span; null where nothing is said, for which it writes 0.</summary>
    public static TimeSpan? Lease(JsonElement element)
    {
        TimeSpan? span = element.ValueKind == JsonValueKind.Number ? element.TryGetDouble(out double seconds) && seconds < int.MaxValue ? TimeSpan.FromSeconds(seconds) : null
            : element.Text() is not { } text ? null
            : text.All(char.IsAsciiDigit) && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int count) ? TimeSpan.FromSeconds(count)
            : GoDuration.Parse(text);
        return span > TimeSpan.Zero ? span : null;
    }
}

/// <summary>The leases of mounts, each mount asked once.</summary>
internal sealed class VaultTunes(VaultSession session) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly Dictionary<string, VaultTune> _known = new(StringComparer.Ordinal);

    /// <summary>The path that says so.</summary>
    public static string PathOf(VaultMount mount) => $"sys/mounts/{mount.Path}/tune";

    /// <summary>Those of a mount; or why they could not be asked for just now. Who may not see them does not know them.</summary>
    public async Task<(VaultTune Tune, StoreProblem? Problem)> OfAsync(VaultMount mount, CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            if (_known.TryGetValue(mount.Path, out VaultTune? known))
            {
                return (known, null);
            }

            using StoreReply reply = await session.GetAsync(VaultPath.Escaped(PathOf(mount)), cancellation);
            if (!reply.IsSuccess && reply is not { Problem: null, Status: 400 or 403 or 404 or 405 })
            {
                return (new VaultTune(null, null), await session.ProblemAsync(reply, cancellation));
            }

            JsonElement data = reply.Json.At("data");
            return (_known[mount.Path] = new VaultTune(VaultTune.Lease(data.At("default_lease_ttl")), VaultTune.Lease(data.At("max_lease_ttl"))), null);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();
}
