using System.Globalization;
using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>Keys of the transit engine, which tells when each of their versions was made and never the key itself.</summary>
/// <param name="session">Asks.</param>
internal sealed class VaultKeys(VaultSession session)
{
    /// <summary>Answers a question about a key.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, VaultMount mount, VaultObject asked, CancellationToken cancellation)
    {
        using StoreReply reply = await session.GetAsync(mount.Address("", asked.Path), cancellation);
        if (reply.Status == 404 && reply.Problem is null && !VaultProblems.Says(reply, "no handler for route"))
        {
            return StoreAnswer.Missing(query, $"the engine at '{mount.Path}' has no key '{asked.Place.Name}'", "create it, or correct the name in the reference");
        }

        return reply.IsSuccess ? Judge(query, $"{mount.Path}/{asked.Path}", reply.Json.At("data")) : (await session.ProblemAsync(reply, cancellation)).Answer(query);
    }

    private static StoreAnswer Judge(SecretQuery query, string path, JsonElement key)
    {
        if (key.At("latest_version").Number() is not { } latest)
        {
            return new StoreProblem(Verdict.Misconfigured, "the answer is not that of a transit engine", "correct the mount").Answer(query);
        }

        int wanted = latest;
        if (query.Version is { } asked && asked != "latest" && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out wanted))
        {
            return new StoreProblem(Verdict.Misconfigured, $"'{asked}' is no version: Vault counts them from 1", "correct the version in the reference").Answer(query);
        }

        DateTimeOffset? made = MadeAt(key, wanted);
        TimeSpan? every = VaultTune.Lease(key.At("auto_rotate_period"));
        var metadata = new SecretMetadata
        {
            Version = wanted.ToString(CultureInfo.InvariantCulture),
            Created = made,
            Rotated = MadeAt(key, latest),
            NextRotation = MadeAt(key, latest) + every,
            Term = every is { } span ? new ValueTerm(span, $"'auto_rotate_period' of {path}") : null,
        };
        int least = Math.Max(key.At("min_decryption_version").Number() ?? 1, key.At("min_available_version").Number() ?? 1);
        return wanted < 1 || wanted > latest || wanted < least
            ? new StoreAnswer(query, Verdict.NoVersion) { Metadata = metadata, Cause = $"it has no version {wanted} that may be used; those from {Math.Max(1, least)} to {latest} may", Advice = "correct the version in the reference" }
            : StoreAnswer.Present(query with { Property = null }, metadata) with { Query = query };
    }

    /// <summary>When a version was made: seconds of a symmetric key, and a time beside the public part of any other.</summary>
    private static DateTimeOffset? MadeAt(JsonElement key, int version)
    {
        JsonElement told = key.At("keys", version.ToString(CultureInfo.InvariantCulture));
        return told.Seconds() ?? told.At("creation_time").Time();
    }
}
