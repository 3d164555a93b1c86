using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Adopting;

/// <summary>Where a secret is to be kept, and as what it is declared.</summary>
/// <param name="Store">The store.</param>
/// <param name="Key">Its name there, without what the store puts before every name.</param>
/// <param name="Query">The question for it there.</param>
/// <param name="Id">Its name in the declaration.</param>
internal sealed record AdoptionTarget(StoreInUse Store, string Key, SecretQuery Query, string Id)
{
    /// <summary>The store's name in the declaration, which need not be there yet.</summary>
    public required string StoreName { get; init; }

    /// <summary>Whether the store is declared.</summary>
    public bool IsStoreDeclared { get; init; }

    /// <summary>The field that the value is for; null for the whole secret.</summary>
    public string? Field { get; init; }

    /// <summary>It, where it is declared already.</summary>
    public DeclaredSecret? Declared { get; init; }

    /// <summary>Why names in this store look otherwise, for people; null where they may look so.</summary>
    public string? Misnamed { get; init; }

    /// <summary>Where it is, for people.</summary>
    public string Shown => $"{StoreName} '{Query.Name}'{(Field is null ? "" : $" field '{Field}'")}";
}
