namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>The literal, attribute or line that a connection string stands in.</summary>
/// <param name="Start">First byte that may belong to it; earlier literals that are joined to this one are included.</param>
/// <param name="Quote">The quote that ends it, or 0 where it ends with the line.</param>
/// <param name="Escaped">Whether that quote is written with a backslash: a literal inside a literal.</param>
internal readonly record struct Enclosure(int Start, byte Quote, bool Escaped)
{
    private const int Window = 1024;
    private const int LongestInner = 128;
    private const int LongestSeam = 160;

    private static readonly ByteSearch Marks = new("\n\r\"'<>`");
    private static readonly ByteSearch Ends = new("\n\r\0\"'<>`\\");

    /// <summary>Looks back from a key for the place where its literal begins.</summary>
    public static Enclosure Around(ReadOnlySpan<byte> text, int position)
    {
        int least = Math.Max(0, position - Window), start = least;
        byte quote = 0;
        bool escaped = false;
        for (int i = position; (i = least + Marks.LastIndexIn(text.Slice(least, Math.Max(0, i - least)))) >= least;)
        {
            byte b = text[i];
            if (Ascii.IsNewLine(b))
            {
                // A list may be written over several lines; every line but the last ends with its separator.
                int before = SkipSpacesBack(text, i, least);
                if (before < least || text[before] != ';')
                {
                    start = i + 1;
                    break;
                }

                i = before;
            }
            else if (b is (byte)'"' or (byte)'\'')
            {
                if (quote == 0 && IsInnerEnd(text, i, position, out int open) && open >= least)
                {
                    i = open;
                    continue;
                }

                if (quote == 0)
                {
                    quote = b;
                    escaped = i > 0 && text[i - 1] == '\\';
                }

                start = i + 1;
                int joined = JoinedBefore(text, i, quote, least);
                if (joined < 0 || b != quote)
                {
                    break;
                }

                i = joined;
            }
            else if (b is (byte)'<' or (byte)'>' or (byte)'`')
            {
                start = i + 1;
                quote = quote == 0 && b == '`' ? b : quote;
                break;
            }
        }

        return new Enclosure(start, quote, escaped);
    }

    /// <summary>Whether the literal ends before this byte.</summary>
    public bool EndsAt(ReadOnlySpan<byte> text, int position)
    {
        byte b = text[position];
        if (Ascii.IsNewLine(b) || b == 0)
        {
            return true;
        }

        return Quote == 0 ? b is (byte)'"' or (byte)'`' or (byte)'<' or (byte)'>'
            : Escaped ? b == '\\' && position + 1 < text.Length && text[position + 1] == Quote
            : b == Quote && (position == 0 || text[position - 1] != '\\');
    }

    /// <summary>Where the literal ends, at <paramref name="start"/> or after, before <paramref name="most"/>.</summary>
    public int EndFrom(ReadOnlySpan<byte> text, int start, int most)
    {
        for (int at = start; at < most; at++)
        {
            int next = Ends.IndexIn(text.Slice(at, most - at));
            at = next < 0 ? most : at + next;
            if (at < most && EndsAt(text, at))
            {
                return at;
            }
        }

        return most;
    }

    /// <summary>A quote before a separator ends a quoted value inside the list: <c>Password='a;b';</c>.</summary>
    private static bool IsInnerEnd(ReadOnlySpan<byte> text, int at, int most, out int open)
    {
        open = -1;
        if (at + 1 >= most || text[at + 1] is not ((byte)';' or (byte)','))
        {
            return false;
        }

        int from = Math.Max(0, at - LongestInner);
        ReadOnlySpan<byte> before = text.Slice(from, at - from);
        int start = before.LastIndexOf(text[at]);
        if (start <= 0 || before.Slice(start).IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            return false;
        }

        // Single, escaped or doubled, the opening quote follows an equals sign.
        int sign = from + start - 1;
        sign -= text[sign] is (byte)'\\' || text[sign] == text[at] ? 1 : 0;
        open = sign;
        return sign >= 0 && text[sign] == '=';
    }

    /// <summary>The closing quote of a literal that this one is joined to by + &amp; . or nothing but an expression between them; -1 for none.</summary>
    private static int JoinedBefore(ReadOnlySpan<byte> text, int open, byte quote, int least)
    {
        int i = open - 1;
        while (i >= least && text[i] is (byte)'$' or (byte)'@' or (byte)'f' or (byte)'\\')
        {
            i--;
        }

        i = SkipSpacesBack(text, i + 1, least);
        if (i < least || text[i] is not ((byte)'+' or (byte)'&' or (byte)'.' or (byte)'_'))
        {
            return -1;
        }

        int from = Math.Max(least, i - LongestSeam);
        ReadOnlySpan<byte> seam = text.Slice(from, i - from);
        int close = seam.LastIndexOf(quote);
        return close < 0 || seam.Slice(close).IndexOf((byte)';') >= 0 ? -1 : from + close;
    }

    private static int SkipSpacesBack(ReadOnlySpan<byte> text, int end, int least)
    {
        int i = end - 1;
        while (i >= least && (Ascii.IsSpace(text[i]) || Ascii.IsNewLine(text[i])))
        {
            i--;
        }

        return i;
    }
}
