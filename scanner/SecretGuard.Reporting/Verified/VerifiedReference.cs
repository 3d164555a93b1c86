using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>What a store said of one reference, or that none said anything. It holds no value.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Name">What is referred to: <c>hashicorp-vault kv/shop/db#password</c>.</param>
/// <param name="Store">The store that answered, for people.</param>
/// <param name="State"><c>present</c>, <c>missing</c>, <c>unreachable</c> and so on; <see cref="Present"/> is the only one where all is well.</param>
/// <param name="Location">Where it is referred to.</param>
public sealed record VerifiedReference(string Environment, string Name, string Store, string State, Location Location)
{
    /// <summary>It is there, usable, and fresh.</summary>
    public const string Present = "present";

    /// <summary>The store's name of the version, where it tells one.</summary>
    public string? Version { get; init; }

    /// <summary>When it was last changed, where the store tells it.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it ends, where the store tells it.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsPresent => State == Present;
}
