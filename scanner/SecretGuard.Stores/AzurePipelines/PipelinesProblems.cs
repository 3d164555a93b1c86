using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.AzurePipelines;

/// <summary>What the statuses of Azure DevOps say.</summary>
internal static class PipelinesProblems
{
    /// <summary>There is nothing to sign in with, or it cannot be sent.</summary>
    public static StoreProblem NoToken(bool isThere) => new(
        Verdict.Unauthenticated,
        isThere ? "what is given as token has characters that no token has" : "there is no token for Azure Pipelines: neither AZURE_DEVOPS_EXT_PAT nor SYSTEM_ACCESSTOKEN is set",
        "set AZURE_DEVOPS_EXT_PAT to one with 'Variable Groups (Read)', or map SYSTEM_ACCESSTOKEN into the step's env") { IsStoreWide = true };

    /// <summary>The answer was not that of Azure DevOps.</summary>
    public static StoreProblem NoServer(string host) => new(Verdict.Misconfigured, $"{host} does not answer like Azure DevOps", "give the organisation's address: https://dev.azure.com/name") { IsStoreWide = true };

    /// <summary>The problem of a reply that did not succeed. Who is not known gets a page to sign in, with a status of success or a redirect to it.</summary>
    public static StoreProblem Of(StoreReply reply, string host, string project) => reply switch
    {
        { Status: 401 or 203 } or { Status: 302, Location: { } } when reply.Status != 302 || IsSignIn(reply.Location!) => new StoreProblem(
            Verdict.Unauthenticated, "Azure DevOps does not accept the token: it is expired, revoked, or of another organisation", "make a new one with 'Variable Groups (Read)'") { IsStoreWide = true },
        { Problem: not null } => reply.Problem,
        { Status: 403 } => new StoreProblem(Verdict.Forbidden, $"the token may not list the groups of variables of '{project}'", "give it what 'verify --permissions' prints") { IsStoreWide = true },
        { Status: 404 } when reply.Json.At("typeKey").Text() is not null => new StoreProblem(Verdict.Misconfigured, $"there is no project '{project}', or the token does not let it be seen", "correct the project, or the organisation's address") { IsStoreWide = true },
        { Status: 404 } => NoServer(host),
        _ => StatusProblems.Of(reply, host),
    };

    private static bool IsSignIn(Uri location) => (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).Contains("/_signin", StringComparison.OrdinalIgnoreCase);
}
