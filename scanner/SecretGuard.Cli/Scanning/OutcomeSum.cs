using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What all files of a run came to together.</summary>
/// <param name="incomplete">What could not even be listed; takes what could not be read.</param>
internal sealed class OutcomeSum(List<Incomplete> incomplete)
{
    public List<Finding> Findings { get; private set; } = [];

    public List<SuppressedFinding> Suppressed { get; private set; } = [];

    public List<Notice> Notices { get; } = [];

    public List<Incomplete> Incomplete { get; } = incomplete;

    public HashSet<BaselineEntry> MetBaseline { get; } = new(ReferenceEqualityComparer.Instance);

    public HashSet<AllowEntry> MetAllow { get; } = new(ReferenceEqualityComparer.Instance);

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    public int Binary { get; private set; }

    public int NotReached { get; private set; }

    /// <summary>Members come in their archive's order; reports are in the order of the paths.</summary>
    public void Sort()
    {
        Findings = [.. Findings.OrderBy(finding => finding.Location.Path, StringComparer.Ordinal)];
        Suppressed = [.. Suppressed.OrderBy(suppressed => suppressed.Finding.Location.Path, StringComparer.Ordinal)];
    }

    public void Add(FileOutcome? outcome)
    {
        if (outcome is null)
        {
            NotReached++;
            return;
        }

        Incomplete.AddRange(outcome.Incomplete);
        Files += outcome.Counts.Files;
        Bytes += outcome.Counts.Bytes;
        Binary += outcome.Counts.Binary;
        foreach (TriagedContent content in outcome.Contents)
        {
            Findings.AddRange(content.Findings);
            Suppressed.AddRange(content.Suppressed);
            Notices.AddRange(content.Notices);
            MetBaseline.UnionWith(content.BaselineEntries);
            MetAllow.UnionWith(content.AllowEntries);
        }
    }
}
