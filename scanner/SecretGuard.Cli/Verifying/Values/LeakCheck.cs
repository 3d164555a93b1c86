using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Git.Scanning;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Verifying.Values;

/// <summary>
/// Whether what the history holds is what stores still serve. Each value of the history is read again from its object, and compared under the key of this
/// run with every value of every store that was read, and with what those hold within. No leaked value is sent anywhere.
/// </summary>
internal static class LeakCheck
{
    /// <summary>Adds a finding for each that is in use, what could not be read, and how many are not.</summary>
    /// <exception cref="UsageException">There is no repository.</exception>
    public static void Add(OutcomeSum sum, ScanOptions scan, ValueInspector inspector, IReadOnlyList<Answered> answers, CancellationToken cancellation)
    {
        var history = new HistoryOptions
        {
            MaxBlobSize = scan.MaxFileSize,
            IsExcluded = file => scan.Exclude.IsMatch(file),
            MinConfidence = scan.Policy.MinConfidence,
            Threads = scan.Threads,
            DigestOf = inspector.TrimmedDigestOf,
        };
        Report report = new HistoryRun(scan, history with { CacheKey = HistoryRun.CacheKey(scan, history) }, submodules: false).Scan(scan.Project.Root, cancellation);
        ILookup<string, string> served = answers.Where(answer => answer.Best.Facts is not null)
            .SelectMany(answer => answer.Best.Facts!.AllDigests.Select(digest => (Digest: digest, Holder: $"{answer.Question.Subject} in {answer.Place.Store.Shown}")))
            .Distinct().ToLookup(pair => pair.Digest, pair => pair.Holder, StringComparer.Ordinal);

        // What somebody accepted as leaked is no less in use.
        Finding[] leaks = [.. report.Findings, .. report.Suppressed.Select(item => item.Finding)];
        Finding[] live = [.. leaks.Where(leak => served.Contains(leak.Provenance!.RunDigest!))];
        sum.Findings.AddRange(live.Select(leak => leak with
        {
            DiagnosticId = ReferenceRules.LeakInUse.DiagnosticId!,
            Rule = ReferenceRules.LeakInUse.Slug,
            Title = ReferenceRules.LeakInUse.Title,
            Severity = ReferenceRules.LeakInUse.Severity,
            Confidence = Confidence.VeryHigh,
            Reason = $"this very value is served as {string.Join(", ", served[leak.Provenance!.RunDigest!].Order(StringComparer.Ordinal))}; rotate it now",
            Fingerprint = null,
        }));
        sum.Incomplete.AddRange(report.Incomplete);
        if (leaks.Length > live.Length)
        {
            sum.Notices.Add(new Notice(DiagnosticIds.NotVerified, Severity.Info, $"{Amount.Of(leaks.Length - live.Length, "secret")} of the history {(leaks.Length - live.Length == 1 ? "is" : "are")} served by no store that was read: rotated since, or of elsewhere", null));
        }
    }
}
