using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>One entry of the allowlist in <c>secretguard.yml</c>: what is never a secret. All criteria that it names must hold.</summary>
public sealed record AllowEntry
{
    /// <summary>Paths, relative to the configuration's folder; empty for all.</summary>
    public GlobList Paths { get; init; } = GlobList.Empty;

    /// <summary>Slugs of rules, <c>*</c> allowed; empty for all.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Digests of values: the last part of their fingerprints; empty for all.</summary>
    public IReadOnlyCollection<string> Digests { get; init; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day on which it holds, or null.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>Where it is written, or null.</summary>
    public Location? Location { get; init; }

    /// <summary>Whether paths and rules are as the entry asks. The digest is asked last, because it costs.</summary>
    public bool Concerns(string path, string rule) =>
        (Paths.Globs.Count == 0 || Paths.IsMatch(path)) && (Rules.Count == 0 || AnyMatches(rule));

    /// <summary>Whether the entry accepts a match.</summary>
    public bool Accepts(Content content, Match match, Fingerprinter fingerprinter) =>
        Concerns(content.Path, match.Rule.Slug) && (Digests.Count == 0 || Holds(fingerprinter.Digest(content, match)));

    private bool AnyMatches(string slug)
    {
        foreach (string rule in Rules)
        {
            if (GlobSegment.IsMatch(rule, slug))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(string digest)
    {
        foreach (string known in Digests)
        {
            if (string.Equals(known, digest, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
