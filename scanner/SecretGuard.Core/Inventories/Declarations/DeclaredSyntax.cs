using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>A syntax of the user's own in which files name secrets: by paths in YAML and JSON, or by a regular expression.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredSyntax(string Name, Location Location)
{
    /// <summary>Patterns of the files that are written so.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The kind of the store that is named: one of <see cref="StoreTypes"/>.</summary>
    public string Store { get; init; } = "";

    /// <summary>What is named there: one of <see cref="ReferenceKinds"/>.</summary>
    public string Kind { get; init; } = ReferenceKinds.Secret;

    /// <summary>The expression, or the paths: <c>pattern</c>; <c>items</c>, <c>secret</c>, <c>property</c>, <c>version</c>, <c>address</c>.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What names go through to become the store's: <c>lower</c>, <c>add:app-</c>, <c>remove:APP_</c>.</summary>
    public IReadOnlyList<string> Transforms { get; init; } = [];

    /// <summary>Whether the place goes on without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A part, or null.</summary>
    public string? this[string part] => Parts.TryGetValue(part, out string? text) ? text : null;
}
