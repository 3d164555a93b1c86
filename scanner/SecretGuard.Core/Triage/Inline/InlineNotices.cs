using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Triage;

/// <summary>What is to be said about inline suppressions themselves.</summary>
internal static class InlineNotices
{
    public static IReadOnlyList<Notice> Of(Content content, List<InlineSuppression> inline, TriagePolicy policy)
    {
        // Documents explain the markers: a mention there is no suppression that lost its secret.
        if (inline.Count == 0 || FileSyntaxes.Of(content.Path) == FileSyntax.Prose)
        {
            return [];
        }

        var notices = new List<Notice>();
        LineMap? lines = null;
        foreach (InlineSuppression suppression in inline)
        {
            if (suppression.Origin == InlineOrigin.Compatible || Say(content, suppression, policy) is not { } said)
            {
                continue;
            }

            lines ??= new LineMap(content);
            (int line, int column, _) = lines.Find(suppression.Offset);
            notices.Add(new Notice(said.Id, said.Severity, said.Message, new Location(content.Path, line, column, line, column)));
        }

        return notices;
    }

    /// <summary>Who scans for secrets does not know whether a reference leads anywhere.</summary>
    private static bool SpeaksOfReferences(InlineSuppression suppression) => suppression.Rules is { Count: > 0 } rules && rules.All(ReferenceRules.IsOne);

    private static (string Id, Severity Severity, string Message)? Say(Content content, InlineSuppression suppression, TriagePolicy policy)
    {
        if (suppression.Rules is { Count: 0 })
        {
            return (DiagnosticIds.UnusedSuppression, Severity.Low, "This comment names no rule and accepts nothing; write 'secretguard:allow <rule> <reason>', with '*' for every rule.");
        }

        if (!suppression.IsUsed)
        {
            // Code that writes or tests such comments holds them in strings; JSON has no other place for them.
            bool mentioned = FileSyntaxes.Of(content.Path) != FileSyntax.Json && TextLines.IsInString(content.Buffer.AsSpan(0, content.Length), suppression.Offset);
            if (!policy.TellsUnused || mentioned || SpeaksOfReferences(suppression))
            {
                return null;
            }

            if (suppression.Rules?.FirstOrDefault(rule => !policy.IsRule(rule)) is { } unknown)
            {
                return (DiagnosticIds.UnusedSuppression, Severity.Low, $"This comment accepts nothing: no rule is called as its first word says{NearestName.Hint(unknown, policy.Slugs())}");
            }

            Severity severity = suppression.Origin == InlineOrigin.Own ? Severity.Low : Severity.Info;
            return (DiagnosticIds.UnusedSuppression, severity, suppression.IsForEveryRule
                ? "This comment accepts nothing: no secret was found where it speaks of; remove it."
                : "This comment accepts nothing: no secret of the kind that it names was found where it speaks of; remove it, or name another rule.");
        }

        if (suppression.Reason is not null)
        {
            return null;
        }

        return policy.RequireReason
            ? (DiagnosticIds.SuppressionWithoutReason, Severity.High, "This comment gives no reason, and the configuration asks for one (requireReason): it accepts nothing.")
            : suppression.Origin == InlineOrigin.Own
                ? (DiagnosticIds.SuppressionWithoutReason, Severity.Low, "This comment gives no reason; write why the value may stay, after the rule.")
                : null;
    }
}
