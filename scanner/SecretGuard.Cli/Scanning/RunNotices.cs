using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What is said about allowlist and baseline after all files were judged.</summary>
internal static class RunNotices
{
    public static void Add(List<Notice> notices, ScanOptions options, HashSet<BaselineEntry> metBaseline, HashSet<AllowEntry> metAllow, int unaudited, bool isComplete)
    {
        TriagePolicy policy = options.Policy;
        string baseline = Path.GetFileName(options.Project.BaselinePath);
        foreach (AllowEntry entry in policy.Allow)
        {
            if (entry.Expires < policy.Today)
            {
                notices.Add(new Notice(DiagnosticIds.ExpiredAcceptance, Severity.Medium, $"This allowlist entry ended on {BaselineFormat.FormatDate(entry.Expires.Value)} and accepts nothing any more; remove it, or look again and renew it.", entry.Location));
            }
            else if (options.IsWhole && isComplete && !metAllow.Contains(entry))
            {
                notices.Add(new Notice(DiagnosticIds.UnusedSuppression, Severity.Low, "This allowlist entry accepts nothing; remove it.", entry.Location));
            }
        }

        int expired = metBaseline.Count == 0 ? 0 : metBaseline.Count(entry => entry.HasExpiredOn(policy.Today));
        if (expired > 0)
        {
            notices.Add(new Notice(DiagnosticIds.ExpiredAcceptance, Severity.Medium, $"{Entries(expired)} in {baseline} {(expired == 1 ? "has" : "have")} expired and accepted nothing.", null));
        }

        int stale = options.IsWhole && isComplete ? policy.Baseline.Entries.Count(entry => !metBaseline.Contains(entry) && !entry.IsOfHistory && !ReferenceRules.IsOne(entry.Fingerprint.Rule)) : 0;
        if (stale > 0)
        {
            notices.Add(new Notice(DiagnosticIds.StaleBaselineEntry, Severity.Low, $"{Entries(stale)} in {baseline} {(stale == 1 ? "speaks of a secret that is" : "speak of secrets that are")} gone; 'secretguard baseline update' removes {(stale == 1 ? "it" : "them")}.", null));
        }

        if (options.FailOnUnaudited && unaudited > 0)
        {
            notices.Add(new Notice(DiagnosticIds.UnauditedAcceptance, Severity.High, $"{Entries(unaudited)} in {baseline} {(unaudited == 1 ? "has" : "have")} no reason: look at each secret and write why it may stay.", null));
        }
    }

    private static string Entries(int count) => count == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{count} entries");
}
