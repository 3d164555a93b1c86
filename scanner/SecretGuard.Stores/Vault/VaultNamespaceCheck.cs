using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>
/// Sees that a server heeds namespaces. The open-source Vault passes over the header and answers from its root: a secret of the same path there would
/// be taken for the one of the namespace.
/// </summary>
internal sealed class VaultNamespaceCheck(VaultSession session, string wanted)
{
    /// <summary>Why nothing of the namespace can be told; null where it can.</summary>
    public async Task<StoreProblem?> RunAsync(CancellationToken cancellation)
    {
        using StoreReply health = await session.HealthAsync(cancellation);
        if (!health.IsSuccess)
        {
            return VaultProblems.Of(health, session.Host) with { IsStoreWide = true };
        }

        if (health.Json.At("sealed").IsTrue())
        {
            return new StoreProblem(Verdict.Sealed, "Vault is sealed", "unseal it ('vault operator unseal'), and see why its auto-unseal did not") { IsStoreWide = true };
        }

        bool isEnterprise = health.Json.At("enterprise").IsTrue() || health.Json.At("version").Text()?.Contains("+ent", StringComparison.Ordinal) == true;
        return isEnterprise ? null : await TryUnknownAsync(cancellation);
    }

    /// <summary>Who heeds namespaces does not know this one; who does not answers all the same.</summary>
    private async Task<StoreProblem?> TryUnknownAsync(CancellationToken cancellation)
    {
        using StoreReply unknown = await session.LookupAsync($"unknown-{Guid.NewGuid():n}", cancellation);
        if (unknown.IsSuccess)
        {
            return new StoreProblem(Verdict.Misconfigured, $"this Vault does not heed namespaces: it would answer from its root instead of '{wanted}'", "take the namespace out of the store, or name a server that has namespaces") { IsStoreWide = true };
        }

        if (unknown is { Status: 400 or 404, Problem: null })
        {
            return null;
        }

        using StoreReply known = await session.LookupAsync(wanted, cancellation);
        return known.IsSuccess && unknown is { Status: 403, Problem: null } ? null
            : known is { Status: 403, Problem: null }
                ? new StoreProblem(Verdict.Unauthenticated, $"the token is not good in the namespace '{wanted}', or may not look itself up, so that nobody can tell whether the namespace is heeded", "use a token of the namespace with the policy 'default'") { IsStoreWide = true }
                : VaultProblems.Of(known.IsSuccess ? unknown : known, session.Host);
    }
}
