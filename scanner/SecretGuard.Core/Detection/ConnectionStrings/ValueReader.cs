namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>Finds where the value of a pair begins and ends, quotes excluded.</summary>
internal static class ValueReader
{
    private const int Longest = 1024;

    // What may end a bare value; separators are a semicolon, a comma or a space.
    private static readonly ByteSearch Telling = new("\n\r\0\"'<>`\\&;, \t");

    /// <summary>
    /// Reads the value at <paramref name="start"/>. Quoted as ADO.NET does (<c>'…'</c>, <c>"…"</c>, each also escaped or doubled by the language
    /// around), as ODBC does (<c>{…}</c>), or bare up to the separator.
    /// </summary>
    /// <returns>The range of the value, and the byte after it and its closing quote; <c>Start &gt; End</c> where a quote is not closed.</returns>
    public static (int Start, int End, int Next) Read(ReadOnlySpan<byte> text, int start, byte separator, Enclosure enclosure)
    {
        int most = Math.Min(text.Length, start + Longest);
        while (separator != ' ' && start < most && Ascii.IsSpace(text[start]))
        {
            start++;
        }

        if (start >= most)
        {
            return (start, start, start);
        }

        ReadOnlySpan<byte> quote = OpeningQuote(text, start, most, enclosure);
        if (quote.Length > 0)
        {
            int inner = start + quote.Length;
            int length = text.Slice(inner, most - inner).IndexOf(quote[0] == '{' ? "}"u8 : quote);
            return length < 0 || HoldsEnd(text, inner, inner + length, enclosure)
                ? (1, 0, start)
                : (inner, inner + length, inner + length + quote.Length);
        }

        int end = BareEnd(text, start, most, separator, enclosure);
        int trimmed = end;
        while (trimmed > start && Ascii.IsSpace(text[trimmed - 1]))
        {
            trimmed--;
        }

        return (start, trimmed, end);
    }

    /// <summary>Whether the literal ends inside: what looked like a quoted value goes on in code.</summary>
    private static bool HoldsEnd(ReadOnlySpan<byte> text, int start, int end, Enclosure enclosure)
    {
        for (int i = start; i < end; i++)
        {
            if (enclosure.EndsAt(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> OpeningQuote(ReadOnlySpan<byte> text, int start, int most, Enclosure enclosure)
    {
        ReadOnlySpan<byte> rest = text.Slice(start, most - start);
        if (rest.StartsWith("&quot;"u8) || rest.StartsWith("&apos;"u8))
        {
            return rest.Slice(0, 6);
        }

        byte b = rest[0];
        if (b == '\\' && rest.Length > 1 && rest[1] is (byte)'"' or (byte)'\'' && !(enclosure.Escaped && rest[1] == enclosure.Quote))
        {
            return rest.Slice(0, 2);
        }

        if (b is not ((byte)'"' or (byte)'\''))
        {
            return b == '{' && IsBraceQuoted(rest) ? rest.Slice(0, 1) : [];
        }

        return b != enclosure.Quote ? rest.Slice(0, 1)
            : rest.Length > 2 && rest[1] == b && rest[2] is not ((byte)';' or (byte)')' or (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r') ? rest.Slice(0, 2)
            : [];
    }

    /// <summary>ODBC's braces hold anything; those of a template hold a name, a number or an expression over names.</summary>
    private static bool IsBraceQuoted(ReadOnlySpan<byte> rest)
    {
        int close = rest.Slice(0, Math.Min(rest.Length, 128)).IndexOf((byte)'}');
        bool symbol = false;
        for (int i = 1; i < close; i++)
        {
            symbol |= !Ascii.IsAlphanumeric(rest[i]) && rest[i] is not ((byte)'_' or (byte)'.' or (byte)'(' or (byte)')' or (byte)'[' or (byte)']' or (byte)':' or (byte)',' or (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'?' or (byte)'{' or (byte)'-');
        }

        return symbol && close + 1 < rest.Length && rest[close + 1] is (byte)';' or (byte)'"' or (byte)'\'';
    }

    private static int BareEnd(ReadOnlySpan<byte> text, int start, int most, byte separator, Enclosure enclosure)
    {
        int end = start;
        while (end < most)
        {
            int next = Telling.IndexIn(text.Slice(end, most - end));
            end = next < 0 ? most : end + next;
            if (end == most || enclosure.EndsAt(text, end))
            {
                break;
            }

            byte b = text[end];
            if (b == '&' && EntityLength(text.Slice(end, most - end)) is int entity and > 0)
            {
                end += entity;
                continue;
            }

            // Outside a literal the first space ends the value: prose goes on after it.
            if (b == separator || ((enclosure.Quote == 0 || separator != ';') && (Ascii.IsSpace(b) || b == '\'')))
            {
                break;
            }

            end++;
        }

        return Math.Min(end, most);
    }

    /// <summary>The length of a character reference of markup, whose semicolon ends no pair.</summary>
    private static int EntityLength(ReadOnlySpan<byte> text)
    {
        int end = 1;
        while (end < text.Length && end < 9 && (Ascii.IsAlphanumeric(text[end]) || text[end] == '#'))
        {
            end++;
        }

        ReadOnlySpan<byte> name = text.Slice(1, end - 1);
        bool known = name.SequenceEqual("amp"u8) || name.SequenceEqual("lt"u8) || name.SequenceEqual("gt"u8) || name.SequenceEqual("quot"u8) || name.SequenceEqual("apos"u8) || (name.Length > 1 && name[0] == '#');
        return known && end < text.Length && text[end] == ';' ? end + 1 : 0;
    }
}
