using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What one file came to; of an archive, with all its members.</summary>
/// <param name="Contents">Findings and accepted findings, where there are any.</param>
/// <param name="Counts">What was read.</param>
/// <param name="Incomplete">What was not read, and why.</param>
internal sealed record FileOutcome(IReadOnlyList<TriagedContent> Contents, ReportCounts Counts, IReadOnlyList<Incomplete> Incomplete)
{
    /// <summary>Whether a secret was found.</summary>
    public bool HasFindings
    {
        get
        {
            foreach (TriagedContent content in Contents)
            {
                if (content.Findings.Count > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A file that was not read.</summary>
    public static FileOutcome NotRead(string path, string reason, string advice) => new([], new ReportCounts(0, 0, 0), [new Incomplete(path, reason, advice)]);
}
