using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Inventories;

/// <summary>One place that software is deployed to.</summary>
/// <param name="Name">Its name: what <c>${ENV}</c> stands for.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredEnvironment(string Name, Location Location)
{
    /// <summary>What other templates stand for in it: <c>${REGION}</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Files that list what a store holds, by the store's name: where it cannot be asked, they answer in its place.</summary>
    public IReadOnlyDictionary<string, string> Inventories { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The files that speak of this environment alone; empty where none does.</summary>
    public GlobList Paths { get; init; } = GlobList.Empty;
}
