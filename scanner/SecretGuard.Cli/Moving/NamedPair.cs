using SecretGuard.Inventories;

namespace SecretGuard.Cli.Moving;

/// <summary>A secret, as two stores call it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="From">Its name in the first, without its prefix; empty where it has none there.</param>
/// <param name="To">Its name in the second.</param>
internal sealed record NamedPair(string Name, string From, string To)
{
    /// <summary>What is declared of it, or null.</summary>
    public DeclaredSecret? Secret { get; init; }

    /// <summary>Why it cannot be under this name in the second, for people; null where it can.</summary>
    public string? Refusal { get; init; }
}
