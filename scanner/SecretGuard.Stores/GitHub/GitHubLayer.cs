namespace SecretGuard.Stores.GitHub;

/// <summary>One of the places that a workflow's secrets come from.</summary>
/// <param name="Path">What of the API lists it.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Permission">What a fine-grained token needs.</param>
internal sealed record GitHubLayer(string Path, string Title, string Permission)
{
    /// <summary>Whether the other places still tell something where this one may not be seen.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>Whether it may simply not exist: a repository of a user has no organisation.</summary>
    public bool MayBeAbsent { get; private init; }

    /// <summary>The places, the one whose secrets win first; null where the names are none.</summary>
    public static IReadOnlyList<GitHubLayer>? Of(GitHubSettings settings)
    {
        string[] parts = settings.Repository.Trim().Split('/');
        if (parts.Length > 2 || !Array.TrueForAll(parts, IsName))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return settings.Environment is null ? [new($"orgs/{parts[0]}/actions/secrets", $"organisation {parts[0]}", "Secrets: read (organisation)")] : null;
        }

        string repository = $"{parts[0]}/{parts[1]}";
        var layers = new List<GitHubLayer>
        {
            new($"repos/{repository}/actions/secrets", $"repository {repository}", "Secrets: read"),
            new($"repos/{repository}/actions/organization-secrets", $"organisation {parts[0]} for {repository}", "Secrets: read") { IsOptional = true, MayBeAbsent = true },
        };
        if (settings.Environment is { Length: > 0 } environment)
        {
            layers.Insert(0, new($"repos/{repository}/environments/{Uri.EscapeDataString(environment)}/secrets", $"environment '{environment}' of {repository}", "Environments: read") { IsOptional = true });
        }

        return layers;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && name is not ("." or "..") && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
