using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// Reads <c>secretguard:allow rule reason</c> in comments. Behind code it accepts what stands on its line; alone on a line, what stands
/// on the next. Several such lines over one another all speak of the line that follows them.
/// </summary>
internal static class OwnMarkers
{
    private const string Marker = "secretguard:allow"; // in any case: who writes SecretGuard:Allow means it

    private static readonly byte[][] Words = [":allow"u8.ToArray(), ":Allow"u8.ToArray(), ":ALLOW"u8.ToArray()];

    public static void Read(Content content, List<InlineSuppression> found)
    {
        // Nearly every text has none.
        Span<int> next = [-1, -1, -1];
        int first = Next(new(content.Buffer, 0, content.Length), 0, next);
        if (first >= 0)
        {
            ReadFrom(content, first, next, found);
        }
    }

    private static void ReadFrom(Content content, int first, Span<int> next, List<InlineSuppression> found)
    {
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        var stack = new List<InlineSuppression>();
        TextRange after = default;
        int at;
        for (int marker = first; marker >= 0; marker = Next(text, at, next))
        {
            at = marker + Marker.Length;
            int from = at;
            TextRange line = TextLines.At(text, marker);
            int opener = CommentOpeners.LengthBefore(text.Slice(line.Start, marker - line.Start));
            if (opener == 0 || (at < line.End && !Ascii.IsSpace(text[at])))
            {
                continue;
            }

            // Only the first marker of a line counts: the rest of the line is its reason.
            at = line.End;
            (int closer, int closerLength) = CommentOpeners.Closer(text.Slice(from, line.End - from));
            InlineSuppression suppression = Directive.Parse(content.Buffer, marker, TextLines.WithinString(text, new TextRange(from, from + closer)));
            found.Add(suppression);
            bool alone = IsBlank(text.Slice(line.Start, marker - opener - line.Start)) && IsBlank(text.Slice(from + closer + closerLength, line.End - from - closer - closerLength));
            if (!alone)
            {
                suppression.Ranges = [line];
                continue;
            }

            if (line.Start != after.Start)
            {
                Settle(stack, after);
            }

            stack.Add(suppression);
            after = TextLines.After(text, line);
        }

        Settle(stack, after);
    }

    /// <summary>Where the next marker stands, or -1. What is found of each word in <paramref name="next"/> is kept, so that none is sought twice.</summary>
    private static int Next(ReadOnlySpan<byte> text, int from, Span<int> next)
    {
        while (true)
        {
            int first = int.MaxValue;
            for (int i = 0; i < Words.Length; i++)
            {
                if (next[i] < from)
                {
                    int found = text.Slice(from).IndexOf(Words[i]);
                    next[i] = found < 0 ? int.MaxValue : from + found;
                }

                first = Math.Min(first, next[i]);
            }

            if (first == int.MaxValue)
            {
                return -1;
            }

            int start = first + Words[0].Length - Marker.Length;
            if (start >= 0 && AsciiText.StartsWith(text.Slice(start), Marker, ignoreCase: true))
            {
                return start;
            }

            from = first + 1;
        }
    }

    private static void Settle(List<InlineSuppression> stack, TextRange line)
    {
        foreach (InlineSuppression suppression in stack)
        {
            suppression.Ranges = [line];
        }

        stack.Clear();
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.TrimSpaces().Length == 0;
}
