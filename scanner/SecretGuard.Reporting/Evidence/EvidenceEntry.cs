namespace SecretGuard.Reporting;

/// <summary>What a verification asked of one store about one secret in one environment. It holds no value.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Store">The store's type.</param>
/// <param name="Address">Where the store is.</param>
/// <param name="Key">What it was asked for: name, field and version.</param>
/// <param name="Result"><c>present</c>, <c>missing</c>, <c>unreachable</c> and so on.</param>
public sealed record EvidenceEntry(string Environment, string Store, string Address, string Key, string Result)
{
    /// <summary>The store's name in the declaration; empty where it has none.</summary>
    public string StoreName { get; init; } = "";

    /// <summary>As whom the store was asked; null where that is not told.</summary>
    public string? AskedAs { get; init; }

    /// <summary>Who answers for the secret, where somebody is declared.</summary>
    public string? Owner { get; init; }

    /// <summary>Why the result is what it is, or what is wrong with a secret that is there.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The version that the store named.</summary>
    public string? Version { get; init; }

    /// <summary>When it last got a new value.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Where it is referred to or declared.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>Something that was not verified.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Name">What is referred to.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Place">Where it is referred to; empty where it is only declared.</param>
public sealed record EvidenceGap(string Environment, string Name, string Reason, string Place);
