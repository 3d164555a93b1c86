using System.Security.Cryptography;
using System.Text;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>
/// Tells findings of two runs apart without line numbers, for formats that want an identity where no fingerprint was asked for: a hash of
/// the masked line, and which of the equal lines of its file it is. Masked, because an unkeyed hash of the real line would give weak
/// passwords away. Feed it all findings in the report's order, suppressed ones too: accepting one must not renumber the others.
/// </summary>
internal sealed class LineIdentity
{
    private readonly Dictionary<(string Path, string Kind, string Hash), int> _occurrences = [];

    /// <summary><c>16 hex digits:occurrence</c>, unique for its path and kind.</summary>
    public string Next(Finding finding)
    {
        string hash = Hex(finding.Excerpt.Text)[..16];
        (string, string, string) key = (finding.Location.Path, finding.KindId(), hash);
        int occurrence = _occurrences.GetValueOrDefault(key) + 1;
        _occurrences[key] = occurrence;
        return $"{hash}:{occurrence}";
    }

    /// <summary>64 hex digits that are unique in a report and stay when lines move.</summary>
    public string NextUnique(Finding finding) => Hex($"{finding.Location.Path}\n{finding.KindId()}\n{Next(finding)}");

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
