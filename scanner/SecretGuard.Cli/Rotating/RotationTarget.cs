using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Rotating;

/// <summary>A secret that is to get a new value, in its store of record.</summary>
/// <param name="Secret">It.</param>
/// <param name="Store">The store.</param>
/// <param name="Query">The question for it there.</param>
internal sealed record RotationTarget(DeclaredSecret Secret, StoreInUse Store, SecretQuery Query)
{
    /// <summary>How its new value is made; null where nothing here makes it.</summary>
    public DeclaredGeneration? Generation { get; init; }

    /// <summary>What rotates it by itself, a program and its arguments; empty for nothing.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>What is to be done besides, by others.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Whether something here can be done for it.</summary>
    public bool IsAutomatic => Generation is not null || Command.Count > 0;
}
