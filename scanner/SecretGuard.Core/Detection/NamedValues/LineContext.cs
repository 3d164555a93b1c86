namespace SecretGuard.Detection.NamedValues;

/// <summary>What stands on the line before a place: an open string, a comment.</summary>
internal readonly struct LineContext
{
    private const int Lookback = 400;
    private const int MostLabelWords = 3;

    private LineContext(byte openQuote, bool comment)
    {
        OpenQuote = openQuote;
        InComment = comment;
    }

    /// <summary>The quote of the string literal that is open at the place, or 0.</summary>
    public byte OpenQuote { get; }

    /// <summary>Whether the place is in a line comment, or in a line of a block comment.</summary>
    public bool InComment { get; }

    /// <summary>Reads the line up to <paramref name="position"/>. Bounded: very long lines are read from near the place.</summary>
    public static LineContext At(ScanContext context, int position)
    {
        int start = context.LineStart(position, Lookback);
        if (position - start >= Lookback)
        {
            return default; // where a string of a very long line began is not known
        }

        ReadOnlySpan<byte> line = context.Text.Slice(start, position - start);
        byte open = 0;
        bool singleQuotes = context.Syntax is not (FileSyntax.Prose or FileSyntax.Unknown);
        for (int i = 0; i < line.Length; i++)
        {
            byte b = line[i];
            if (open != 0)
            {
                if (b == '\\')
                {
                    i++;
                }
                else if (b == open)
                {
                    open = 0;
                }
            }
            else if (b is (byte)'"' or (byte)'`' || (b == '\'' && singleQuotes && (i == 0 || !Ascii.IsLetter(line[i - 1]) || i == 1 || !Ascii.IsLetter(line[i - 2]))))
            {
                open = b;
            }
            else if (b is (byte)'/' or (byte)'*' or (byte)'#' or (byte)'<' or (byte)'-' or (byte)':' or (byte)'r' or (byte)'R' && IsCommentStart(line, i, context.Syntax))
            {
                return new LineContext(0, true);
            }
        }

        return new LineContext(open, false);
    }

    /// <summary>Whether only marks stand on the line after <paramref name="end"/>, and marks or a few words before <paramref name="start"/>: then what lies between is a setting, wherever it stands.</summary>
    public static bool IsFilled(ScanContext context, int start, int end)
    {
        int first = context.LineStart(start, Lookback), last = context.LineEnd(end, Lookback);
        return IsLabel(context.Text.Slice(first, start - first)) && !HoldsWord(context.Text.Slice(end, last - end));
    }

    /// <summary><c>mot de</c>, <c># rem old</c>: words of letters and no clause of a sentence.</summary>
    private static bool IsLabel(ReadOnlySpan<byte> text)
    {
        int words = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool word = Ascii.IsLetter(text[i]) || text[i] >= 0x80;
            words += word && (i == 0 || !Ascii.IsLetter(text[i - 1])) ? 1 : 0;
            if (Ascii.IsDigit(text[i]) || text[i] is (byte)',' or (byte)'.' or (byte)'=' or (byte)'(')
            {
                return false;
            }
        }

        return words <= MostLabelWords;
    }

    private static bool HoldsWord(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (Ascii.IsAlphanumeric(b) || b >= 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCommentStart(ReadOnlySpan<byte> line, int i, FileSyntax syntax)
    {
        byte b = line[i];
        bool next(ReadOnlySpan<byte> text, byte value) => i + 1 < text.Length && text[i + 1] == value;
        if (b == '/' && (next(line, (byte)'/') || next(line, (byte)'*')))
        {
            return i == 0 || line[i - 1] != ':';
        }

        bool first = line.Slice(0, i).TrimSpaces().Length == 0;
        return (b == '*' && first && syntax == FileSyntax.Code)
            || (b == '#' && (first || Ascii.IsSpace(line[i - 1])) && (next(line, (byte)' ') || next(line, (byte)'#') || first && i + 1 < line.Length && Ascii.IsLetter(line[i + 1])) && syntax is not (FileSyntax.Prose or FileSyntax.Markup))
            || (b == '<' && i + 3 < line.Length && line.Slice(i, 4).SequenceEqual("<!--"u8))
            || (b == '-' && next(line, (byte)'-') && syntax == FileSyntax.Sql)
            || (syntax == FileSyntax.Batch && first && (b == ':' && next(line, (byte)':') || AsciiText.StartsWith(line.Slice(i), "rem ", ignoreCase: true)));
    }
}
