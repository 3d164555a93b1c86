using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>Two lists that must agree: every value of the first is in the second, and where they are to be equal the other way round too.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="IsEqual">Whether they are to be equal.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredAssertion(DeclaredList First, DeclaredList Second, bool IsEqual, Location Location)
{
    /// <summary>Why they must agree, for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What stands between values that are written as one text; null where each stands alone.</summary>
    public string? Separator { get; init; }
}

/// <summary>A list in a file.</summary>
/// <param name="File">The file, relative to the root, with <c>/</c>.</param>
/// <param name="Values">The path to its values: <c>$.namespaces[*]</c>.</param>
/// <param name="Location">Where it is named.</param>
public sealed record DeclaredList(string File, string Values, Location Location)
{
    /// <summary>What stands between file and path.</summary>
    public const char Sign = '#';

    /// <inheritdoc/>
    public override string ToString() => $"{File}{Sign}{Values}";
}
