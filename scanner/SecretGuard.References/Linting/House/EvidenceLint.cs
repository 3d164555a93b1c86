using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>Files that are to show how secrets are kept, and documents that say how they are rotated, which are not there. Told where they are named, once.</summary>
internal sealed class EvidenceLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.EvidenceMissing];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var seen = new HashSet<Location>();
        foreach ((DeclaredPath path, string what) in repository.Declaration.Secrets.SelectMany(Named))
        {
            if (seen.Add(path.Location) && !IsElsewhere(path.Path) && !repository.Exists(path.Path))
            {
                found.Add(HouseRules.EvidenceMissing, path.Location, path.Path, $"'{path.Path}' is not in this repository, so {what}");
            }
        }
    }

    private static IEnumerable<(DeclaredPath, string)> Named(DeclaredSecret secret) =>
        [.. secret.Evidence.Select(path => (path, "nothing shows what it is to show")), .. secret.Rotation?.Runbook is { } runbook ? [(runbook, "nobody knows how what relies on it is rotated")] : Array.Empty<(DeclaredPath, string)>()];

    /// <summary>Whether it is an address, or stands for several files.</summary>
    private static bool IsElsewhere(string path) => path.Contains("://", StringComparison.Ordinal) || path.Contains('*', StringComparison.Ordinal);
}
