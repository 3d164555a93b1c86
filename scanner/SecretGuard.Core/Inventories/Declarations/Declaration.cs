namespace SecretGuard.Inventories;

/// <summary>What <c>secretguard.yml</c> says of where secrets are: environments, the stores of each, and the secrets that are to be in them.</summary>
public sealed record Declaration
{
    /// <summary>Nothing is declared.</summary>
    public static Declaration Empty { get; } = new();

    /// <summary>The environments, in the order of the file.</summary>
    public IReadOnlyList<DeclaredEnvironment> Environments { get; init; } = [];

    /// <summary>The stores, in the order of the file.</summary>
    public IReadOnlyList<DeclaredStore> Stores { get; init; } = [];

    /// <summary>The user's own syntaxes, in the order of the file.</summary>
    public IReadOnlyList<DeclaredSyntax> Syntaxes { get; init; } = [];

    /// <summary>The secrets, in the order of the file.</summary>
    public IReadOnlyList<DeclaredSecret> Secrets { get; init; } = [];

    /// <summary>The lists that must agree, in the order of the file.</summary>
    public IReadOnlyList<DeclaredAssertion> Assertions { get; init; } = [];

    /// <summary>The environments that a file speaks of: those that name its path, or all where none does.</summary>
    /// <param name="path">Relative to the root, with <c>/</c>.</param>
    public IReadOnlyList<DeclaredEnvironment> EnvironmentsOf(string path) =>
        Environments.Any(environment => environment.Paths.IsMatch(path)) ? [.. Environments.Where(environment => environment.Paths.IsMatch(path))] : Environments;

    /// <summary>Whether what stands at a place counts in an environment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="only">The environment that alone it was said of; null where that follows from the file.</param>
    /// <param name="environment">The environment.</param>
    public bool IsIn(string path, string? only, DeclaredEnvironment environment) => only is null ? EnvironmentsOf(path).Contains(environment) : only == environment.Name;
}
