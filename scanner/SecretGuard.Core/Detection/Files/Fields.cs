namespace SecretGuard.Detection.Files;

/// <summary>A range of the text that holds a value.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">The byte after the last.</param>
internal readonly record struct Field(int Start, int End)
{
    /// <summary>Bytes.</summary>
    public int Length => End - Start;

    /// <summary>The bytes of the value.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text.Slice(Start, End - Start);
}

/// <summary>Divides lines into fields.</summary>
internal static class Fields
{
    private const int MaxScalar = 4096;

    /// <summary>The next field that blanks divide, without its quotes; empty at the end.</summary>
    public static Field Next(ReadOnlySpan<byte> text, ref int at, int end)
    {
        at = AsciiText.SkipSpaces(text, at, end);

        if (at < end && text[at] is (byte)'"' or (byte)'\'' && text.Slice(at + 1, end - at - 1).IndexOf(text[at]) is int close && close >= 0)
        {
            var quoted = new Field(at + 1, at + 1 + close);
            at = quoted.End + 1;
            return quoted;
        }

        int start = at;
        while (at < end && text[at] > ' ')
        {
            at++;
        }

        return new Field(start, at);
    }

    /// <summary>The range without blanks at its ends, and without the quotes around it.</summary>
    public static Field Trim(ReadOnlySpan<byte> text, int start, int end)
    {
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return end - start >= 2 && text[start] is (byte)'"' or (byte)'\'' or (byte)'`' && text[end - 1] == text[start] ? new Field(start + 1, end - 1) : new Field(start, end);
    }

    /// <summary>The end of the line that begins or goes on at a place: the byte of its line end.</summary>
    public static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        int length = text.Slice(at).IndexOf((byte)'\n');
        int end = length < 0 ? text.Length : at + length;
        return end > at && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>The scalar of YAML, JSON or INI that begins at a place: quoted, or up to a comment, a comma in braces, or the end of the line.</summary>
    public static Field Scalar(ReadOnlySpan<byte> text, int at)
    {
        int end = LineEnd(text.Slice(0, Math.Min(text.Length, at + MaxScalar)), at);
        at = AsciiText.SkipSpaces(text, at, end);

        if (at < end && text[at] is (byte)'"' or (byte)'\'')
        {
            int close = text.Slice(at + 1, end - at - 1).IndexOf(text[at]);
            return close < 0 ? new Field(at, at) : new Field(at + 1, at + 1 + close);
        }

        int stop = at;
        while (stop < end && !(text[stop] == '#' && stop > at && text[stop - 1] == ' ') && text[stop] is not ((byte)'}' or (byte)',' or (byte)'>'))
        {
            stop++;
        }

        // Braces and commas belong to a value that is no element of {…}.
        if (stop < end && text[stop] != '#' && !(text[stop] == '}' || (stop + 1 < end && text[stop + 1] == ' ')))
        {
            stop = end;
        }

        return Trim(text, at, stop);
    }
}
