using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>Makes findings of the matches of one content. The only place where both are seen; what leaves it holds no secret.</summary>
public static class FindingBuilder
{
    private const int ExcerptBefore = 60;
    private const int ExcerptAfter = 60;

    /// <summary>One finding a match, in the same order. <paramref name="seen"/> is all that was seen, sorted by start: masked in excerpts.</summary>
    public static IReadOnlyList<Finding> Build(Content content, IReadOnlyList<Match> matches, IReadOnlyList<Match> seen, Func<Match, string?>? fingerprint = null)
    {
        if (matches.Count == 0)
        {
            return [];
        }

        var lines = new LineMap(content);
        var hidden = new MaskedText(content, lines, seen);
        bool code = FileSyntaxes.Of(content.Path) == FileSyntax.Code;
        var findings = new List<Finding>(matches.Count);
        foreach (Match match in matches)
        {
            (int line, int column, int lineStart) = lines.Find(match.Start);
            (int endLine, int endColumn, _) = lines.Find(match.End);
            findings.Add(new Finding
            {
                DiagnosticId = match.Rule.DiagnosticId ?? (code ? DiagnosticIds.SecretInCode : DiagnosticIds.SecretInFile),
                Rule = match.Rule.Slug,
                Title = match.Rule.Title,
                Location = new Location(content.Path, line, column, endLine, endColumn),
                Confidence = match.Confidence,
                Severity = match.Rule.Severity,
                Preview = match.Subject ?? Redaction.Preview(PublicPrefix(content, match), lines.CharCount(match.Start, match.Length)),
                Excerpt = MakeExcerpt(content, match, hidden, lineStart),
                Reason = match.Reason,
                Fingerprint = fingerprint?.Invoke(match),
            });
        }

        return findings;
    }

    /// <summary>The leading literal of the rule's format, where the value starts with it: it tells the kind, and everybody knows it.</summary>
    private static string PublicPrefix(Content content, Match match)
    {
        foreach (Rules.TokenPattern pattern in match.Rule.Patterns)
        {
            string prefix = pattern.LeadingLiteral;
            if (prefix.Length > 0 && prefix.Length < match.Length
                && new ReadOnlySpan<byte>(content.Buffer, match.Start, prefix.Length).SequenceEqual(Encoding.ASCII.GetBytes(prefix)))
            {
                return prefix;
            }
        }

        return "";
    }

    private static Excerpt MakeExcerpt(Content content, Match match, MaskedText hidden, int lineStart)
    {
        int lineEnd = lineStart;
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        int most = Math.Min(text.Length, match.Start + match.Length + ExcerptAfter * 4);
        int newline = text.Slice(match.Start, most - match.Start).IndexOfAny((byte)'\n', (byte)'\r');
        lineEnd = newline < 0 ? most : match.Start + newline;
        int from = Math.Max(lineStart, match.Start - ExcerptBefore * 4);
        while (from > lineStart && (text[from] & 0xC0) == 0x80)
        {
            from--;
        }

        (string before, string after) = hidden.Around(match, from, lineEnd, lineStart);
        before = WithoutEnd(before.TrimStart());
        after = after.StartsWith(Redaction.Mask, StringComparison.Ordinal) ? after.Substring(Redaction.Mask.Length) : after;
        before = before.Length > ExcerptBefore ? "…" + before.Substring(before.Length - ExcerptBefore) : before;
        after = after.Length > ExcerptAfter ? after.Substring(0, ExcerptAfter) + "…" : after.TrimEnd();
        string shown = match.Subject is null ? Redaction.Mask : hidden.Text(match.Start, Math.Min(match.End, lineEnd), lineStart);
        return new Excerpt(before + shown + after, before.Length, shown.Length);
    }

    /// <summary>What is masked up to the secret itself needs no mask of its own.</summary>
    private static string WithoutEnd(string before) =>
        before.EndsWith(Redaction.Mask, StringComparison.Ordinal) ? before.Substring(0, before.Length - Redaction.Mask.Length) : before;
}
