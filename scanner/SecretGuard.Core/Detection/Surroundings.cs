namespace SecretGuard.Detection;

/// <summary>
/// How far a change reaches: what matchers report at a place depends on a bounded window around it. Code says on a few lines what a value is, and few
/// matchers look further; where a document's structure says it, the window is large, and a small document is looked at as a whole.
/// </summary>
internal static class Surroundings
{
    /// <summary>How far most matchers look beyond the lines of a change.</summary>
    public const int NearReach = 640;

    /// <summary>How far those do that look far.</summary>
    private const int FarReach = 1024;
    private const int WideReach = 16 * 1024;
    private const int SmallDocument = 64 * 1024;
    private const int LongestLine = 4096;
    private const int LongestKey = 16 * 1024;
    private const int KeyHead = 256; // the armor's headers and a line of the key
    private const int KeyLine = 32;

    /// <summary>Where most matchers have to look again, and all that is decoded: ranges in order and apart from each other.</summary>
    /// <param name="text">The changed text.</param>
    /// <param name="changes">What is new in it, in order.</param>
    public static List<TextRange> Near(ReadOnlySpan<byte> text, ReadOnlySpan<TextRange> changes) => Around(text, changes, NearReach);

    /// <summary>The ranges that have to be looked at again, in order and apart from each other; only matchers that look far have to look at all of them.</summary>
    /// <param name="text">The changed text.</param>
    /// <param name="changes">What is new in it, in order.</param>
    /// <param name="near">What <see cref="Near"/> says of it.</param>
    /// <param name="syntax">What it is.</param>
    public static List<(TextRange Range, bool IsNear)> Of(ReadOnlySpan<byte> text, ReadOnlySpan<TextRange> changes, List<TextRange> near, FileSyntax syntax)
    {
        if (IsDocument(syntax))
        {
            return [.. (text.Length <= SmallDocument ? [new TextRange(0, text.Length)] : Around(text, changes, WideReach)).Select(range => (range, true))];
        }

        var all = new List<(TextRange, bool)>(3 * near.Count);
        int next = 0;
        foreach (TextRange range in Around(text, changes, FarReach))
        {
            int start = range.Start;
            for (; next < near.Count && near[next].Start < range.End; next++)
            {
                if (start < near[next].Start)
                {
                    all.Add((new TextRange(start, near[next].Start), false));
                }

                all.Add((near[next], true));
                start = near[next].End;
            }

            if (start < range.End)
            {
                all.Add((new TextRange(start, range.End), false));
            }
        }

        return all;
    }

    private static bool IsDocument(FileSyntax syntax) =>
        syntax is FileSyntax.Yaml or FileSyntax.Json or FileSyntax.Markup or FileSyntax.KeyValue or FileSyntax.Sql or FileSyntax.Infrastructure or FileSyntax.Table;

    private static List<TextRange> Around(ReadOnlySpan<byte> text, ReadOnlySpan<TextRange> changes, int reach)
    {
        var ranges = new List<TextRange>();
        int from = -1, to = -1; // of the range that is not yet in the list, without the rest of its last line
        foreach (TextRange change in changes)
        {
            int start = Math.Max(0, change.Start - reach), end = Math.Min(text.Length, change.End + reach);
            if (from < 0 || (start > to && LineStart(text, start) > LineEnd(text, to)))
            {
                Close(ranges, text, from, to);
                from = Math.Max(KeyStart(text, LineStart(text, start)), ranges.Count == 0 ? 0 : ranges[ranges.Count - 1].End);
            }

            to = end;
        }

        Close(ranges, text, from, to);
        return ranges;
    }

    private static void Close(List<TextRange> ranges, ReadOnlySpan<byte> text, int from, int to)
    {
        if (from >= 0)
        {
            ranges.Add(new TextRange(from, LineEnd(text, to)));
        }
    }

    private static int LineStart(ReadOnlySpan<byte> text, int position)
    {
        int least = Math.Max(0, position - LongestLine);
        int newline = text.Slice(least, position - least).LastIndexOf((byte)'\n');
        return newline < 0 ? least : least + newline + 1;
    }

    private static int LineEnd(ReadOnlySpan<byte> text, int position)
    {
        int most = Math.Min(LongestLine, text.Length - position);
        int newline = text.Slice(position, most).IndexOf((byte)'\n');
        return newline < 0 ? position + most : position + newline;
    }

    /// <summary>A key that is changed in its middle begins before.</summary>
    private static int KeyStart(ReadOnlySpan<byte> text, int start)
    {
        if (!HasKeyLine(text.Slice(start, Math.Min(KeyHead, text.Length - start))))
        {
            return start;
        }

        int least = Math.Max(0, start - LongestKey);
        ReadOnlySpan<byte> before = text.Slice(least, start - least);
        int begin = before.LastIndexOf("-----BEGIN "u8);
        return begin < 0 || before.Slice(begin).IndexOf("-----END "u8) >= 0 ? start : least + begin;
    }

    /// <summary>Whether so many digits of Base64 stand in a row as in a line of a key: most text has none, and needs no search for where one begins.</summary>
    private static bool HasKeyLine(ReadOnlySpan<byte> text)
    {
        for (int at = KeyLine - 1; at < text.Length;)
        {
            int least = at - KeyLine + 1;
            while (at >= least && (Ascii.IsAlphanumeric(text[at]) || text[at] is (byte)'+' or (byte)'/'))
            {
                at--;
            }

            if (at < least)
            {
                return true;
            }

            at += KeyLine;
        }

        return false;
    }
}
