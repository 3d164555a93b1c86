using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.GitHub;

/// <summary>Which secrets of GitHub Actions are asked for.</summary>
/// <param name="Repository">A repository, <c>owner/name</c>, with what its organisation shares with it; or an organisation alone, <c>owner</c>.</param>
public sealed record GitHubSettings(string Repository)
{
    /// <summary>The environment of the repository whose secrets come first; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Where the API is.</summary>
    public string Address { get; init; } = "https://api.github.com";

    /// <summary>The token; null where there is none.</summary>
    public HttpCredential? Credential { get; init; }

    /// <summary>A file of authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What the variables of GitHub's own command line and runners say: <c>GH_TOKEN</c>, <c>GITHUB_TOKEN</c>, <c>GITHUB_API_URL</c>.</summary>
    public static GitHubSettings FromEnvironment(string repository) => FromEnvironment(repository, System.Environment.GetEnvironmentVariable);

    /// <summary>What these variables say.</summary>
    internal static GitHubSettings FromEnvironment(string repository, Func<string, string?> variable)
    {
        var settings = new GitHubSettings(repository) { Credential = HttpCredential.FromVariables(variable, "GH_TOKEN", "GITHUB_TOKEN") };
        return variable("GITHUB_API_URL")?.Trim() is { Length: > 0 } address ? settings with { Address = address } : settings;
    }
}
