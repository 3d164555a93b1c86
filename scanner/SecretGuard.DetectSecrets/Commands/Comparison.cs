using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;
using SecretGuard.DetectSecrets.Updates;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary>A scan held against a baseline.</summary>
/// <param name="Result">What was scanned.</param>
/// <param name="Found">What was found, each identity once.</param>
internal sealed record Comparison(ScanResult Result, IReadOnlyList<FoundSecret> Found)
{
    /// <summary>Scans, and tells apart what shares a hash.</summary>
    public static Comparison Make(Scanner scanner, IReadOnlyList<string> paths, IReadOnlyDictionary<string, byte[]> staged, SecretsBaseline? baseline, IWorkspace workspace)
    {
        ScanResult result = scanner.Scan(paths, staged);
        var known = baseline?.Entries.ToDictionary(entry => entry.Identity) ?? [];
        var hashes = new PartialHashes(known, path => workspace.Committed(path) is { } bytes ? scanner.ScanPlugins(path, bytes) : []);
        return new Comparison(result, [.. result.Files.SelectMany(hashes.Separate)]);
    }

    /// <summary>Says what was not looked at, and, where asked, how much was.</summary>
    public void Tell(Surroundings surroundings)
    {
        foreach (string problem in Result.NotLookedAt)
        {
            surroundings.Warn($"not looked at: {problem}");
        }

        if (surroundings.IsVerbose)
        {
            surroundings.Warn($"files looked at: {Result.Files.Count}, secrets in them: {Found.Count}");
        }
    }
}
