using SecretGuard.Inventories;

namespace SecretGuard.Stores;

/// <summary>What a store tells of a secret beside its value. What it does not tell is null.</summary>
public sealed record SecretMetadata
{
    /// <summary>Nothing is known.</summary>
    public static SecretMetadata None { get; } = new();

    /// <summary>The store's name of the version that the answer is about.</summary>
    public string? Version { get; init; }

    /// <summary>When the secret, or this version of it, was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When the store itself last put a new value in its place.</summary>
    public DateTimeOffset? Rotated { get; init; }

    /// <summary>When the store itself is to do that next; past where it is overdue.</summary>
    public DateTimeOffset? NextRotation { get; init; }

    /// <summary>How long the store lets one value of it be in use: until its lease ends, or the store changes it.</summary>
    public ValueTerm? Term { get; init; }

    /// <summary>When it stops to be valid, or is deleted by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When it begins to be valid.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The names of its fields; null where they cannot be had without the value.</summary>
    public FieldNames? Fields { get; init; }
}

/// <summary>The names of a secret's fields.</summary>
/// <param name="Names">Those that are known, sorted ordinally; a field within a field is <c>outer.inner</c>.</param>
/// <param name="AreComplete">Whether there are no others. Where there may be, a name that is not among them says nothing.</param>
public sealed record FieldNames(IReadOnlyList<string> Names, bool AreComplete)
{
    /// <summary>Whether there is a field of this name; null where that is not known.</summary>
    public bool? Has(string name) => Names.Contains(name, StringComparer.Ordinal) ? true : AreComplete ? false : null;
}
