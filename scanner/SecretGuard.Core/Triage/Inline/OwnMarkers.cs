using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// Reads <c>secretguard:allow rule reason</c> in comments. Behind code it accepts what stands on its line; alone on a line, what stands
/// on the next. Several such lines over one another all speak of the line that follows them.
/// </summary>
internal static class OwnMarkers
{
    private static readonly byte[] Marker = "secretguard:allow"u8.ToArray();

    public static void Read(Content content, List<InlineSuppression> found)
    {
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        var stack = new List<InlineSuppression>();
        TextRange after = default;
        int at = 0;
        while (text.Slice(at).IndexOf(Marker) is var hit && hit >= 0)
        {
            int marker = at + hit;
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
