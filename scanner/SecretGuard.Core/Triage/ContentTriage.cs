using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>
/// Sorts the matches of one content into findings and accepted findings: inline comments first, then the allowlist, then the baseline.
/// Thread-safe. A content without matches and without markers costs two searches for a word.
/// </summary>
public sealed class ContentTriage(TriagePolicy policy)
{
    /// <summary>Judges the matches of a content. <paramref name="seen"/> is all that was seen in it: none of it is shown beside a finding.
    /// <paramref name="stop"/> ends the work between two matches with an exception: a fingerprint is made to take its time.</summary>
    public TriagedContent Judge(Content content, IReadOnlyList<Match> matches, IReadOnlyList<Match> seen, CancellationToken stop = default)
    {
        List<InlineSuppression> inline = InlineSuppressions.Read(content, policy.CompatPragmas && matches.Count > 0);
        if (matches.Count == 0 && inline.Count == 0)
        {
            return TriagedContent.Empty;
        }

        return Judge(content, matches, seen, inline, stop);
    }

    private TriagedContent Judge(Content content, IReadOnlyList<Match> matches, IReadOnlyList<Match> seen, List<InlineSuppression> inline, CancellationToken stop)
    {
        var told = new List<Match>(matches.Count);
        var verdicts = new List<Verdict?>(matches.Count);
        var baselineEntries = new List<BaselineEntry>();
        var allowEntries = new List<AllowEntry>();
        foreach (Match match in matches)
        {
            stop.ThrowIfCancellationRequested();

            // Below the threshold too: a comment that accepts a doubtful value is not unused.
            Verdict? verdict = AcceptedInline(match, inline, matches) ?? AcceptedByAllowlist(content, match, allowEntries) ?? AcceptedByBaseline(content, match, baselineEntries);
            if (match.Confidence >= policy.MinConfidence)
            {
                told.Add(match);
                verdicts.Add(verdict);
            }
        }

        IReadOnlyList<Finding> all = FindingBuilder.Build(content, told, seen, FingerprintOf);
        var findings = new List<Finding>(all.Count);
        var counted = new List<Match>(all.Count);
        var suppressed = new List<SuppressedFinding>();
        for (int i = 0; i < all.Count; i++)
        {
            if (verdicts[i] is { } accepted)
            {
                suppressed.Add(new SuppressedFinding(all[i], accepted.Kind, accepted.Reason));
            }
            else
            {
                findings.Add(all[i]);
                counted.Add(told[i]);
            }
        }

        return new TriagedContent(findings, suppressed, InlineNotices.Of(content, inline, policy))
        {
            Matches = counted,
            BaselineEntries = baselineEntries,
            AllowEntries = allowEntries,
        };

        string? FingerprintOf(Match match)
        {
            stop.ThrowIfCancellationRequested();
            return policy.WantsFingerprints ? policy.Fingerprinter.Of(content, match).ToString() : null;
        }
    }

    private Verdict? AcceptedInline(Match match, List<InlineSuppression> inline, IReadOnlyList<Match> matches)
    {
        foreach (InlineSuppression suppression in inline)
        {
            if (!suppression.Covers(match))
            {
                continue;
            }

            suppression.IsUsed = true;
            if (!policy.RequireReason || suppression.Reason is not null)
            {
                return new Verdict(SuppressionKind.Inline, InlineSuppressions.ReasonOf(suppression, matches));
            }
        }

        return null;
    }

    private Verdict? AcceptedByAllowlist(Content content, Match match, List<AllowEntry> met)
    {
        foreach (AllowEntry entry in policy.Allow)
        {
            if (entry.Accepts(content, match, policy.Fingerprinter))
            {
                met.Add(entry);
                if (policy.Today is null || entry.Expires is null || entry.Expires >= policy.Today)
                {
                    return new Verdict(SuppressionKind.Allowlist, entry.Reason);
                }
            }
        }

        return null;
    }

    private Verdict? AcceptedByBaseline(Content content, Match match, List<BaselineEntry> met)
    {
        if (!policy.Baseline.MayHold(match.Rule.Slug, content.Path) || policy.Baseline.Find(policy.Fingerprinter.Of(content, match)) is not { } entry || (entry.IsOfHistory && !policy.IsOfHistory))
        {
            return null;
        }

        met.Add(entry);
        return entry.HoldsOn(policy.Today) ? new Verdict(SuppressionKind.Baseline, entry.Reason) : null;
    }

    private readonly record struct Verdict(SuppressionKind Kind, string? Reason);
}
