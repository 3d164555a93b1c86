namespace SecretGuard.References.Markdown;

/// <summary>The line that opens a fenced block.</summary>
/// <param name="Sign"><c>`</c> or <c>~</c>.</param>
/// <param name="Count">How many of them; as many or more close the block.</param>
/// <param name="Quotes">How many signs of quotation stand before it, and before every line of the block.</param>
/// <param name="Indent">How many blanks behind these are not the block's own.</param>
/// <param name="Info">What stands behind it: the language, attributes.</param>
internal sealed record FenceLine(char Sign, int Count, int Quotes, int Indent, string Info)
{
    private const int Shortest = 3;

    /// <summary>Reads an opening line: blanks, quotations and the signs of lists may stand before it. Null where it is none.</summary>
    public static FenceLine? Read(ReadOnlySpan<char> line)
    {
        int at = 0, quotes = 0, content = 0;
        while (at < line.Length && line[at] is ' ' or '\t' or '>')
        {
            if (line[at] == '>')
            {
                quotes++;
                content = at + 1 < line.Length && line[at + 1] == ' ' ? at + 2 : at + 1;
            }

            at++;
        }

        at = PassListSign(line, at);
        if (at >= line.Length || line[at] is not ('`' or '~'))
        {
            return null;
        }

        char sign = line[at];
        int count = line[at..].IndexOfAnyExcept(sign) is var end and >= 0 ? end : line.Length - at;
        string info = line[(at + count)..].Trim().ToString();
        return count < Shortest || (sign == '`' && info.Contains('`', StringComparison.Ordinal)) ? null : new FenceLine(sign, count, quotes, at - content, info);
    }

    /// <summary>How many characters of a line of the block stand before its own.</summary>
    public int Before(ReadOnlySpan<char> line)
    {
        int at = 0;
        for (int quote = 0; quote < Quotes; quote++)
        {
            int sign = at;
            while (sign < line.Length && line[sign] is ' ' or '\t')
            {
                sign++;
            }

            if (sign >= line.Length || line[sign] != '>')
            {
                break;
            }

            at = sign + 1 < line.Length && line[sign + 1] == ' ' ? sign + 2 : sign + 1;
        }

        int indent = 0;
        while (indent < Indent && at + indent < line.Length && line[at + indent] is ' ' or '\t')
        {
            indent++;
        }

        return at + indent;
    }

    /// <summary>Whether a line, without what stands before it, closes the block.</summary>
    public bool IsClosedBy(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> trimmed = line.Trim();
        return trimmed.Length >= Count && !trimmed.ContainsAnyExcept(Sign);
    }

    /// <summary><c>- ```</c>, <c>1. ```</c>: behind the sign of the list, else where it was.</summary>
    private static int PassListSign(ReadOnlySpan<char> line, int at)
    {
        int sign = at;
        while (sign < line.Length && char.IsAsciiDigit(line[sign]))
        {
            sign++;
        }

        if (sign >= line.Length || !(sign > at ? line[sign] is '.' or ')' : line[sign] is '-' or '*' or '+'))
        {
            return at;
        }

        sign++;
        int blanks = 0;
        while (sign + blanks < line.Length && line[sign + blanks] == ' ')
        {
            blanks++;
        }

        return blanks == 0 ? at : sign + blanks;
    }
}
