namespace SecretGuard.Detection.Http;

/// <summary>
/// Finds the way from a header's name, or an authorization scheme, to its value through the punctuation of every syntax: <c>Name: value</c>,
/// <c>"Name", "value"</c>, <c>["Name"] = "value"</c>, <c>'Name' => 'value'</c>, <c>name: Name⏎value: …</c>, <c>"Scheme " + "value"</c>.
/// </summary>
internal static class HeaderValue
{
    private const int LongestWay = 64;
    private const int LongestToken = 4096;
    private const int LongestLine = 240;

    /// <summary>First byte of the value, or -1 where an expression or nothing stands there.</summary>
    public static int Start(ScanContext context, int from)
    {
        ReadOnlySpan<byte> text = context.Text;
        FileSyntax syntax = context.Syntax;
        int at = from, most = Math.Min(text.Length, from + LongestWay), last = -1;
        bool quoted = false, sign = false, listed = false;
        while (at < most)
        {
            int length = ConnectorLength(text, at, most, out bool quote);
            if (length == 0)
            {
                break;
            }

            quoted |= quote;
            listed |= text[at] == ',' && !quoted;
            sign |= quote || (!Ascii.IsNewLine(text[at]) && text[at] != '(');
            last = quote ? at + length : last;
            at += length;
        }

        // A comma is no sign before a bare word: a list of names ends there.
        if (!sign || at >= text.Length || (listed && !quoted))
        {
            return -1;
        }

        // Behind a closed quote only a new literal is a value; what else stands there is computed. YAML alone writes values bare.
        return quoted ? (last == at || syntax == FileSyntax.Yaml ? at : -1)
            : syntax != FileSyntax.Code || IsInText(context, from) ? at : -1;
    }

    /// <summary>Whether code has opened a literal or a comment on this line: elsewhere a bare word is a name.</summary>
    private static bool IsInText(ScanContext context, int position)
    {
        int start = context.LineStart(position, LongestLine);
        ReadOnlySpan<byte> line = context.Text.Slice(start, position - start);
        return line.IndexOfAny((byte)'"', (byte)'\'', (byte)'`') >= 0 || line.IndexOfAny((byte)'#', (byte)'*') >= 0 || line.IndexOf("//"u8) >= 0;
    }

    /// <summary>The byte after the token that begins here: the characters of RFC 7235's <c>token68</c>, and a few more that issuers use.</summary>
    public static int TokenEnd(ReadOnlySpan<byte> text, int start)
    {
        int end = start, most = Math.Min(text.Length, start + LongestToken);
        while (end < most && (Ascii.IsAlphanumeric(text[end]) || text[end] is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' or (byte)'+' or (byte)'/' or (byte)'=' or (byte)'|' or (byte)':' or (byte)'!' or (byte)'%'))
        {
            end++;
        }

        while (end > start && text[end - 1] is (byte)'.' or (byte)':' or (byte)'!')
        {
            end--;
        }

        // A value that goes on with the sign of a template or a call is none.
        return end < text.Length && text[end] is (byte)'$' or (byte)'{' or (byte)'(' or (byte)'[' or (byte)'*' ? start : end;
    }

    private static int ConnectorLength(ReadOnlySpan<byte> text, int at, int most, out bool quote)
    {
        byte b = text[at];
        byte next = at + 1 < most ? text[at + 1] : (byte)' ';
        quote = b is (byte)'"' or (byte)'\'' or (byte)'`';
        switch (b)
        {
            case (byte)'"' or (byte)'\'' or (byte)'`' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)':' or (byte)'=' or (byte)',' or (byte)'>' or (byte)'\\' or (byte)'(' or (byte)']':
                return 1;
            case (byte)'-' or (byte)'+' or (byte)'|' or (byte)'&' or (byte)'.' when next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'':
                return 1;
            case (byte)'@' or (byte)'$' or (byte)'b' or (byte)'r' or (byte)'u' or (byte)'f' when next is (byte)'"' or (byte)'\'':
                return 1;
            case (byte)'&' when text.Slice(at).StartsWith("&quot;"u8):
                quote = true;
                return 6;
            case (byte)'%' when text.Slice(at).StartsWith("%20"u8):
                return 3;
            case (byte)'v' or (byte)'V' when IsValueWord(text.Slice(at, most - at)):
                return 5;
            default:
                return 0;
        }
    }

    private static bool IsValueWord(ReadOnlySpan<byte> text) =>
        text.Length > 5 && (text[1] | 0x20) == 'a' && (text[2] | 0x20) == 'l' && (text[3] | 0x20) == 'u' && (text[4] | 0x20) == 'e' && !Ascii.IsAlphanumeric(text[5]);
}
