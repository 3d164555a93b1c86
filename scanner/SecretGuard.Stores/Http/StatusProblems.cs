namespace SecretGuard.Stores.Http;

/// <summary>What a status says where the store's own protocol does not say it better.</summary>
internal static class StatusProblems
{
    /// <summary>The problem behind a reply that did not succeed.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="host">The server, for people.</param>
    public static StoreProblem Of(StoreReply reply, string host) => reply.Problem ?? reply.Status switch
    {
        401 => new StoreProblem(Verdict.Unauthenticated, $"{host} does not accept the credential", "sign in again, or renew the credential") { IsStoreWide = true },
        403 => new StoreProblem(Verdict.Forbidden, $"{host} does not let this identity look", "allow what 'verify --permissions' prints"),
        429 => new StoreProblem(Verdict.Throttled, $"{host} asks to be asked less often", "ask again later, or with fewer questions at a time") { IsTransient = true, RetryAfter = reply.RetryAfter },
        >= 300 and < 400 => new StoreProblem(Verdict.Misconfigured, $"{host} redirects to {Target(reply.Location)}, and credentials are not sent there", "make that the store's address, if it is"),
        >= 500 => new StoreProblem(Verdict.Unreachable, $"{host} has a fault of its own ({reply.Status})", "ask again; if it stays, look at the server's log") { IsTransient = true, RetryAfter = reply.RetryAfter },
        _ => new StoreProblem(Verdict.Misconfigured, $"{host} gave an answer that does not belong to this protocol ({reply.Status})", "see whether the address is that of the store"),
    };

    private static string Target(Uri? location) => location is null ? "nowhere" : location.IsAbsoluteUri ? $"{location.Scheme}://{location.Authority}" : "another path";
}
