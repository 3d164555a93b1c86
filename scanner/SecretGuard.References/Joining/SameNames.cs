using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>Holds names against each other as those who read them do.</summary>
internal static class SameNames
{
    /// <summary>Stands for what is not known.</summary>
    public const string Any = "*";

    /// <summary>What fills a configuration, name by name.</summary>
    private static readonly string[] Fillers = [StoreTypes.Environment, StoreTypes.Files];

    private static readonly string[] Own = [StoreTypes.Configuration, .. Fillers];

    /// <summary>What makes two mentions one name.</summary>
    public static (string, string, string, string?, string?) Identity(SecretReference reference) =>
        (reference.Store, reference.Kind, reference.Name, reference.Property, reference.Address);

    /// <summary>Whether what one place hands on is what another asks for. A part that is not known may be anything.</summary>
    public static bool IsSame(SecretReference provided, SecretReference asked) =>
        (provided.Store == asked.Store || (asked.Store == StoreTypes.Configuration && Fillers.Contains(provided.Store, StringComparer.Ordinal))) && IsName(provided, provided.Name, asked.Name)
        && (asked.Property is null || provided.Property is null or Any || provided.Property == asked.Property)
        && (provided.Address == asked.Address || (!asked.IsOfExternalCluster && (provided.Address is null || asked.Address is null)));

    /// <summary>The stores that answer for a name: for a key of the configuration a variable of the environment or a file of a folder as well.</summary>
    public static IReadOnlyList<string> StoresFor(SecretReference asked) => asked.Store == StoreTypes.Configuration ? Own : [asked.Store];

    /// <summary>Whether a name of the store that a reference is about is the other.</summary>
    public static bool IsName(SecretReference reference, string left, string right)
    {
        (left, right) = StoreNames.AreKeys(reference.Store) ? (StoreNames.AsKey(left), StoreNames.AsKey(right)) : (left, right);
        StringComparison comparison = StoreNames.IgnoreCase(reference.Store) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(left, right, comparison) || (IsPattern(left) && right.AsSpan().StartsWith(left.AsSpan(0, left.Length - 1), comparison));
    }

    /// <summary>Whether a name ends in what is not known, and begins with what is.</summary>
    public static bool IsPattern(string name) => name.Length > 1 && name.EndsWith(Any, StringComparison.Ordinal);
}
