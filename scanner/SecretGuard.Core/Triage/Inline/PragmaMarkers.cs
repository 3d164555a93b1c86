using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// Reads detect-secrets' comments as version 1.5 does: <c>pragma: allowlist secret</c> (or <c>whitelist</c>) directly after a comment
/// opener, to the end of the line; <c>pragma: allowlist nextline secret</c> in a comment that is alone on its line.
/// </summary>
internal static class PragmaMarkers
{
    private static readonly byte[] Marker = "pragma:"u8.ToArray();

    public static void Read(Content content, List<InlineSuppression> found)
    {
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        int at = 0;
        while (text.Slice(at).IndexOf(Marker) is var hit && hit >= 0)
        {
            int marker = at + hit;
            at = marker + Marker.Length;
            if (!ReadWords(text, at, out int end, out bool nextLine))
            {
                continue;
            }

            TextRange line = TextLines.At(text, marker);
            if (!IsComment(text, line, marker, mustBeFirst: nextLine, out int closer))
            {
                continue;
            }

            at = line.End;
            var reason = new TextRange(end, Math.Max(end, line.End - closer));
            reason = TextLines.IsInString(text, marker) ? TextLines.WithinString(text, reason) : reason;
            found.Add(new InlineSuppression(InlineOrigin.Pragma, marker, Rules: null, Directive.Words(content.Buffer, reason))
            {
                Ranges = [nextLine ? TextLines.After(text, line) : line],
                ReasonRange = reason,
            });
        }
    }

    private static bool ReadWords(ReadOnlySpan<byte> text, int at, out int end, out bool nextLine)
    {
        end = at;
        nextLine = false;
        Take(text, " "u8, ref end);
        bool current = Take(text, "allowlist"u8, ref end);
        if (!current && !Take(text, "whitelist"u8, ref end))
        {
            return false;
        }

        if (!TakeSeparator(text, ref end))
        {
            return false;
        }

        // The old word never had this form.
        if (current && Take(text, "nextline"u8, ref end))
        {
            nextLine = true;
            if (!TakeSeparator(text, ref end))
            {
                return false;
            }
        }

        return Take(text, "secret"u8, ref end);
    }

    private static bool IsComment(ReadOnlySpan<byte> text, TextRange line, int marker, bool mustBeFirst, out int closer)
    {
        closer = 0;
        int end = marker;
        while (end > line.Start && text[end - 1] == ' ')
        {
            end--;
        }

        ReadOnlySpan<byte> before = text.Slice(line.Start, end - line.Start);
        ReadOnlySpan<byte> whole = text.Slice(line.Start, line.End - line.Start).TrimSpaces();
        int opener = before.EndsWith("#"u8) || before.EndsWith("'"u8) ? 1 : before.EndsWith("//"u8) || before.EndsWith("--"u8) ? 2 : 0;
        if (before.EndsWith("/*"u8))
        {
            // A comment that closes must close at the end of the line: code after it stands outside.
            closer = 2;
            opener = whole.EndsWith("*/"u8) ? 2 : 0;
        }
        else if (MarkupOpener(before) is > 0 and int length && whole.EndsWith("-->"u8))
        {
            closer = 3;
            opener = length;
        }

        return opener > 0 && (!mustBeFirst || before.Slice(0, before.Length - opener).TrimSpaces().Length == 0);
    }

    /// <summary>Length of <c>&lt;!--</c> with the blanks and hashes after it, or 0.</summary>
    private static int MarkupOpener(ReadOnlySpan<byte> before)
    {
        int end = before.Length;
        while (end > 0 && before[end - 1] is (byte)' ' or (byte)'\t' or (byte)'#')
        {
            end--;
        }

        return before.Slice(0, end).EndsWith("<!--"u8) ? before.Length - end + 4 : 0;
    }

    private static bool TakeSeparator(ReadOnlySpan<byte> text, ref int at) => Take(text, " "u8, ref at) || Take(text, "-"u8, ref at);

    private static bool Take(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, ref int at)
    {
        if (!text.Slice(at).StartsWith(word))
        {
            return false;
        }

        at += word.Length;
        return true;
    }
}
