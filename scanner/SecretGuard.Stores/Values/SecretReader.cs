namespace SecretGuard.Stores.Values;

/// <summary>Who is to read secrets by name and nothing else.</summary>
/// <param name="Name">What it is called: <c>api</c>.</param>
public sealed record SecretReader(string Name)
{
    /// <summary>The service accounts that it runs as; empty where nobody says.</summary>
    public IReadOnlyList<(string? Namespace, string Name)> Accounts { get; init; } = [];

    /// <summary>The keys of the customer's own that what it reads is encrypted with, as a policy names them.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}
