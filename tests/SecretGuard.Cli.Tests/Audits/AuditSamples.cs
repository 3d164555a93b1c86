using System.Globalization;
using SecretGuard.Cli.Audits;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Tests.Audits;

/// <summary>Secrets to decide about, without files.</summary>
internal static class AuditSamples
{
    public static readonly DateTime Today = new(2026, 11, 27);

    /// <summary>A secret in a file, and in further ones of the same name.</summary>
    public static AuditItem Item(string path, string rule = "generic-password", params string[] others)
    {
        var fingerprint = new Fingerprint(rule, Fingerprint.ScopeOf(path), Digest(path));
        return new AuditItem(fingerprint, [.. others.Prepend(path).Select(place => Finding(place, rule, fingerprint))]);
    }

    public static Finding Finding(string path, string rule, Fingerprint fingerprint) => new()
    {
        DiagnosticId = "SG1002",
        Rule = rule,
        Title = "Hard-coded password",
        Location = new Location(path, 1, 1, 1, 9),
        Confidence = Confidence.High,
        Severity = Severity.High,
        Preview = "… (8 characters)",
        Excerpt = new Excerpt("[secret]", 0, 8),
        Fingerprint = fingerprint.ToString(),
    };

    /// <summary>Terms of a command line that gives nothing.</summary>
    public static AuditTerms Terms(int? grace = null) => new(finding => new BaselineEntry(Fingerprint.TryParse(finding.Fingerprint!)!), Today, grace);

    private static string Digest(string path)
    {
        uint hash = 17;
        foreach (char c in path[(path.LastIndexOf('/') + 1)..])
        {
            hash = hash * 31 + c;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture).PadLeft(32, '0');
    }
}

/// <summary>A baseline in memory, which somebody else may change too.</summary>
internal sealed class DecisionsInMemory(params BaselineEntry[] entries) : IDecisionFile
{
    public Baseline Baseline { get; set; } = new(entries);

    /// <summary>What the disk says to the next write, or null.</summary>
    public string? Failure { get; set; }

    public Baseline Read() => Baseline;

    public DecisionOutcome Write(IReadOnlyList<EntryChange> changes)
    {
        if (Failure is { } failure)
        {
            throw new UsageException(failure);
        }

        int conflicts = changes.Count(change => Baseline.Find(change.Fingerprint) != change.Before);
        if (conflicts == 0)
        {
            Baseline = new Baseline(changes.Select(change => change.After).OfType<BaselineEntry>()
                .Concat(Baseline.Entries.Where(entry => !changes.Any(change => change.Fingerprint == entry.Fingerprint))));
        }

        return new DecisionOutcome(Baseline, conflicts);
    }
}
