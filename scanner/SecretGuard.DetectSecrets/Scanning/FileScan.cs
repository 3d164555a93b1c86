using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Lines;
using SecretGuard.Triage;

namespace SecretGuard.DetectSecrets.Scanning;

/// <summary>Looks at one content: with the plugins, and with SecretGuard's rules for what they do not see. Thread-safe.</summary>
/// <param name="plugins">detect-secrets' plugins.</param>
/// <param name="extra">SecretGuard's rules, or null where they are turned off.</param>
/// <param name="filters">What is left out.</param>
/// <param name="onlyAllowlisted">Whether only lines count that a comment accepts, instead of all others.</param>
internal sealed class FileScan(PluginScan plugins, ExtraScan? extra, FilterSet filters, bool onlyAllowlisted)
{
    /// <summary>What is in a file of this name. Binary content holds nothing.</summary>
    public ScannedFile Scan(string path, byte[] bytes)
    {
        Content content = Content.FromBytes(bytes, bytes.Length, path);
        if (content.IsBinary || content.Length == 0)
        {
            return new ScannedFile(path, []);
        }

        var file = new FileText(content);
        IReadOnlyCollection<int> accepted = filters.HonoursPragmas || onlyAllowlisted ? PragmaLines.Of(content) : [];
        bool Counts(int line) => accepted.Contains(line) == onlyAllowlisted;

        List<FoundSecret> found = plugins.Scan(file, Counts);
        var besides = new HashSet<SecretIdentity>();
        foreach (FoundSecret secret in extra?.Scan(file, Counts) ?? [])
        {
            // Where a plugin reports the same bytes, its entry stands alone: old baselines know it.
            if (found.Exists(known => IsSame(known, secret)))
            {
                besides.Add(secret.Identity);
            }
            else
            {
                found.Add(secret);
            }
        }

        return new ScannedFile(path, [.. found.OrderBy(secret => secret.Line)])
        {
            Besides = besides,
            CountedLines = [.. file.Raw().Where(line => Counts(line.Number) && !filters.ExcludesLine(line.Text))],
        };
    }

    private static bool IsSame(FoundSecret known, FoundSecret secret) => known.Identity.Hash == secret.Identity.Hash
        || (known.Line == secret.Line && (known.Value.Contains(secret.Value, StringComparison.Ordinal) || secret.Value.Contains(known.Value, StringComparison.Ordinal)
            || (known.IsPartial && secret.Value.Contains(known.Captured, StringComparison.Ordinal))));
}
