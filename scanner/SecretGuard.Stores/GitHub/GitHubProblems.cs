using System.Globalization;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.GitHub;

/// <summary>What GitHub's statuses and headers say.</summary>
internal static class GitHubProblems
{
    /// <summary>There is nothing to sign in with.</summary>
    public static StoreProblem NoToken => new(
        Verdict.Unauthenticated, "there is no token for GitHub: neither GH_TOKEN nor GITHUB_TOKEN is set", "set GH_TOKEN to one that may list secrets; the GITHUB_TOKEN of a workflow never may") { IsStoreWide = true };

    /// <summary>The token cannot be sent.</summary>
    public static StoreProblem NoTokenAtAll => new(Verdict.Unauthenticated, "what is given as token has characters that no token has", "correct GH_TOKEN or GITHUB_TOKEN") { IsStoreWide = true };

    /// <summary>The answer was not GitHub's.</summary>
    public static StoreProblem NoGitHub(string host) => new(Verdict.Misconfigured, $"{host} does not answer like GitHub", "give the address of its API: https://api.github.com, or https://HOST/api/v3") { IsStoreWide = true };

    /// <summary>The problem of a reply that did not succeed.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="host">The server, for people.</param>
    /// <param name="layer">What was asked for.</param>
    /// <param name="now">The time.</param>
    public static StoreProblem Of(StoreReply reply, string host, GitHubLayer layer, DateTimeOffset now) => reply switch
    {
        { Problem: not null } => reply.Problem,
        { Status: 401 } => new StoreProblem(Verdict.Unauthenticated, "GitHub does not accept the token: it is expired, revoked, or of another server", "make a new one") { IsStoreWide = true },
        { Status: 403 or 429 } when IsThrottled(reply) => new StoreProblem(Verdict.Throttled, "GitHub asks to be asked less often", "ask again later, or with another token")
        {
            IsTransient = true, IsStoreWide = true, RetryAfter = reply.RetryAfter ?? Until(reply, now),
        },
        { Status: 403 } when reply.Header("X-GitHub-SSO") is not null => Forbidden("the organisation wants single sign-on, and the token has none", "authorise the token for the organisation in its settings"),
        { Status: 403 } => Forbidden($"the token may not list the secrets of {layer.Title}", $"give it '{layer.Permission}'; the GITHUB_TOKEN of a workflow can never have it"),
        { Status: 404 } when reply.Json.At("message").Text() is not null => new StoreProblem(
            Verdict.Misconfigured, $"GitHub knows no {layer.Title}, or the token does not let it be seen", "correct its name, or give a token that may see it") { IsStoreWide = true },
        { Status: 404 } => NoGitHub(host),
        { Status: 301 or 307 or 308, Location: { } location } when !location.IsAbsoluteUri || location.Authority == host => new StoreProblem(
            Verdict.Misconfigured, $"the {layer.Title} has another name now", "write its present name") { IsStoreWide = true },
        _ => StatusProblems.Of(reply, host),
    };

    private static bool IsThrottled(StoreReply reply) => reply.Status == 429 || reply.RetryAfter is not null || reply.Header("x-ratelimit-remaining") == "0";

    private static TimeSpan? Until(StoreReply reply, DateTimeOffset now) =>
        long.TryParse(reply.Header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800 && DateTimeOffset.FromUnixTimeSeconds(seconds) is var reset && reset > now
            ? reset - now : null;

    private static StoreProblem Forbidden(string cause, string advice) => new(Verdict.Forbidden, cause, advice);
}
