using SecretGuard.Detection;
using SecretGuard.Findings;

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

    /// <summary>Code that writes or tests such comments holds them in strings: an odd number of quotes stands before them on the line.</summary>
    private static bool StandsInString(Content content, int offset)
    {
        const int Most = 1024;
        int from = Math.Max(0, offset - Most), quotes = 0;
        var before = new ReadOnlySpan<byte>(content.Buffer, from, offset - from);
        before = before.Slice(before.LastIndexOf((byte)'\n') + 1);
        for (int i = 0; i < before.Length; i++)
        {
            quotes += before[i] == '"' && (i == 0 || before[i - 1] != '\\') ? 1 : 0;
        }

        return (quotes & 1) == 1;
    }

    private static (string Id, Severity Severity, string Message)? Say(Content content, InlineSuppression suppression, TriagePolicy policy)
    {
        if (suppression.Rules is { Count: 0 })
        {
            return (DiagnosticIds.UnusedSuppression, Severity.Low, "This comment names no rule and accepts nothing; write 'secretguard:allow <rule> <reason>', with '*' for every rule.");
        }

        if (!suppression.IsUsed)
        {
            if (!policy.TellsUnused || StandsInString(content, suppression.Offset))
            {
                return null;
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
