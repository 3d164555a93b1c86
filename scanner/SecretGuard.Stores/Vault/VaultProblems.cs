using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>What Vault's statuses say. Its error texts are looked at, never quoted.</summary>
internal static class VaultProblems
{
    /// <summary>The problem behind a reply other than a denial, which needs a second look.</summary>
    public static StoreProblem Of(StoreReply reply, string host) => reply.Problem ?? reply.Status switch
    {
        400 when Says(reply, "missing client token") => new StoreProblem(Verdict.Unauthenticated, "Vault got no token", "run 'vault login', or set VAULT_TOKEN") { IsStoreWide = true },
        404 when Says(reply, "no handler for route") => new StoreProblem(Verdict.Misconfigured, "nothing is mounted at this path", "correct the mount, or the namespace"),
        412 => new StoreProblem(Verdict.Unreachable, $"{host} is a replica that has not caught up", "ask again") { IsTransient = true },
        472 => new StoreProblem(Verdict.Misconfigured, $"{host} is a standby for disaster recovery and answers nothing", "make the primary cluster's address the store's") { IsStoreWide = true },
        473 => new StoreProblem(Verdict.Unreachable, $"{host} is a performance standby that does not answer", "ask again, or ask the active node") { IsTransient = true, IsStoreWide = true },
        501 => Sealed("Vault is not initialised", "run 'vault operator init'"),
        503 when Says(reply, "sealed") => Sealed("Vault is sealed", "unseal it ('vault operator unseal'), and see why its auto-unseal did not"),
        >= 300 and < 400 => StatusProblems.Of(reply, host) with { Cause = $"{host} is a standby node and points to {Target(reply)}; the token is not sent there", IsStoreWide = true },
        _ => StatusProblems.Of(reply, host),
    };

    /// <summary>The problem behind a login that failed. Vault answers 500 where a role does not take the account: asking again would not help.</summary>
    public static StoreProblem OfLogin(StoreReply reply, string host, string kind, string mount)
    {
        StoreProblem problem = reply.Problem ?? reply.Status switch
        {
            404 => new StoreProblem(Verdict.Misconfigured, $"no login of this kind is mounted at auth/{mount}", "correct the mount of the login, or the namespace"),
            400 or 403 or 500 => new StoreProblem(Verdict.Unauthenticated, $"Vault does not accept the {kind} login at auth/{mount}", "see whether role, account and credential belong together, and whether Vault may review tokens"),
            _ => Of(reply, host),
        };
        return problem with { IsStoreWide = true };
    }

    /// <summary>Whether one of the errors of a reply has these words.</summary>
    public static bool Says(StoreReply reply, string words) => reply.Json.At("errors").Items().Any(error => error.Text()?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    private static StoreProblem Sealed(string cause, string advice) => new(Verdict.Sealed, cause, advice) { IsStoreWide = true };

    private static string Target(StoreReply reply) => reply.Location is { IsAbsoluteUri: true } location ? $"{location.Scheme}://{location.Authority}" : "another node";
}
