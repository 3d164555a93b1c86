using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>
/// Joins string literals that code puts together: <c>"a" + "b"</c>, <c>'a' . 'b'</c>, <c>"a" &amp; "b"</c>, and literals on neighbouring lines.
/// What stands before the first and behind the last on their lines stays, so that names keep their values.
/// </summary>
internal sealed class JoinDecoder : Matcher
{
    private const int MostParts = 16;
    private const int MostText = 4096;
    private const int MostPart = 1024;
    private const int Before = 256;
    private const int After = 64;
    private const int MostGap = 160; // line ends and indentation

    private static readonly ByteClass Bar = ByteClass.Parse("|");
    private static readonly ByteClass Newline = ByteClass.Parse("\r\n");
    private static readonly ByteClass Word = ByteClass.Parse("0-9A-Za-z_\\-+/=.");
    private static readonly ByteClass Follows = ByteClass.Parse(" \t\r\n\"'@$");

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("\" +", Next: Follows), new("\"+\""), new("\"+ ", Next: Follows), new("\"+\n"), new("\"+\r"),
        new("' +", Next: Follows), new("'+'"), new("'+ ", Next: Follows), new("'+\n"), new("'+\r"),
        new("\" .", Next: Follows), new("\".\""), new("' .", Next: Follows), new("'.'"), new("\" &", Next: Follows), new("\"&\""),
        new("' &", Next: Follows), new("\" |", Next: Bar), new("\"||"), new("' |", Next: Bar), new("'||"),
        new("\" .."), new("\"..", Next: Follows), new("' .."), new("'..", Next: Follows),
        new("\" \\", Next: Newline), new("\"\\\n"), new("\"\\\r"), new("' \\", Next: Newline), new("'\\\n"), new("'\\\r"),
        new("\" \"", Next: Word), new("' '", Next: Word),
        new("+= \""), new("+= '"), new("+=\"", Next: Word), new("+='", Next: Word),
        new("\"\n ", Next: Follows), new("\"\n\t"), new("\"\r\n", Next: Follows), new("'\n ", Next: Follows), new("'\n\t"), new("'\r\n", Next: Follows),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        position = text[position] == '+' ? LiteralBefore(text, position) : position;
        if (position < 0)
        {
            return;
        }

        byte quote = text[position];
        if (context.Decoding is not { IsOpen: true } scope || position < scope.JoinCursor || context.Syntax == FileSyntax.Json)
        {
            return;
        }

        int next = NextLiteral(context, position + 1, quote);
        int open = next < 0 ? -1 : Opening(text, position, quote);
        if (open < 0)
        {
            return;
        }

        DecodedText decoded = scope.Clear();
        int from = Math.Max(scope.JoinCursor, context.LineStart(open, Before));
        decoded.Copy(text.Slice(from, position - from), from);
        int close = position;
        for (int parts = 1; next >= 0 && parts < MostParts && decoded.Length < MostText; parts++)
        {
            int end = Closing(text, next, quote);
            if (end < 0)
            {
                break;
            }

            decoded.Copy(text.Slice(next, end - next), next);
            close = end;
            next = NextLiteral(context, end + 1, quote);
        }

        scope.JoinCursor = Math.Max(close, position + 1);
        if (close > position)
        {
            decoded.Copy(text.Slice(close, context.LineEnd(close, After) - close), close);
            scope.Scan(context, decoded, context.Syntax, "joined strings");
        }
    }

    /// <summary>The content of the literal that is joined to the one before <paramref name="at"/>, or -1.</summary>
    private static int NextLiteral(ScanContext context, int at, byte quote)
    {
        ReadOnlySpan<byte> text = context.Text;
        int most = Math.Min(text.Length, at + MostGap), from = at;
        byte sign = 0;
        bool newLine = false, continued = false;
        for (; at < most; at++)
        {
            byte b = text[at];
            if (b == quote)
            {
                // Literals side by side are one in C and Python; on one line they are rather the end of one and the start of another.
                bool beside = context.Syntax == FileSyntax.Code && (newLine || (at > from && context.Path.EndsWith(".py", StringComparison.OrdinalIgnoreCase) && Closes(context, from - 1, quote)));
                return sign != 0 || beside || (continued && at - from <= 3) ? at + 1 : -1;
            }

            if ((b is (byte)'+' or (byte)'.' or (byte)'&' && sign == 0) || (b is (byte)'.' or (byte)'|' && at + 1 < most && (text[at + 1] == b || text[at - 1] == b)))
            {
                sign = b;
            }
            else if (b == '_' && sign == '&' && at + 1 < most && Ascii.IsNewLine(text[at + 1]))
            {
                // Visual Basic goes on with the next line.
            }
            else if (b == '\\' && at + 1 < most && Ascii.IsNewLine(text[at + 1]))
            {
                continued = true;
            }
            else if (b is (byte)'@' or (byte)'$' && at + 1 < most && text[at + 1] == quote)
            {
                // The prefix of a C# literal.
            }
            else if (Ascii.IsNewLine(b))
            {
                newLine = true;
            }
            else if (!Ascii.IsSpace(b))
            {
                return sign == 0 && context.Syntax == FileSyntax.Code ? Appended(text, from, at, most, quote) : -1;
            }
        }

        return -1;
    }

    /// <summary>The content of the literal that the next statement appends to the same variable, <c>; name += "…</c>, or -1.</summary>
    private static int Appended(ReadOnlySpan<byte> text, int literalEnd, int at, int most, byte quote)
    {
        at = text[at] == ';' ? AsciiText.SkipWhite(text, at + 1, most) : at;
        int end = at;
        while (end < most && IsNameByte(text[end]))
        {
            end++;
        }

        int sign = AsciiText.SkipSpaces(text, end, most);
        if (end == at || sign + 2 >= most || text[sign] != '+' || text[sign + 1] != '=')
        {
            return -1;
        }

        int open = AsciiText.SkipSpaces(text, sign + 2, most);
        return open < most && text[open] == quote && IsAssigned(text, text.Slice(at, end - at), literalEnd - 1, quote) ? open + 1 : -1;
    }

    /// <summary>Whether the literal that ends here is what this name is set to, or what is appended to it.</summary>
    private static bool IsAssigned(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, int close, byte quote)
    {
        int at = Opening(text, close, quote) - 1;
        while (at > 0 && (Ascii.IsSpace(text[at]) || text[at] is (byte)'=' or (byte)'+' or (byte)':' or (byte)'@' or (byte)'$'))
        {
            at--;
        }

        return at >= 0 && text.Slice(0, at + 1).EndsWith(name) && (at < name.Length || !IsNameByte(text[at - name.Length]));
    }

    /// <summary>The closing quote of the literal in the statement before <c>name +=</c>, or -1.</summary>
    private static int LiteralBefore(ReadOnlySpan<byte> text, int sign)
    {
        int at = sign - 1, least = Math.Max(0, sign - MostGap);
        while (at >= least && Ascii.IsSpace(text[at]))
        {
            at--;
        }

        while (at >= least && IsNameByte(text[at]))
        {
            at--;
        }

        while (at >= least && (Ascii.IsSpace(text[at]) || Ascii.IsNewLine(text[at]) || text[at] == ';'))
        {
            at--;
        }

        return at >= least && text[at] is (byte)'"' or (byte)'\'' ? at : -1;
    }

    private static bool IsNameByte(byte b) => Ascii.IsAlphanumeric(b) || b is (byte)'_' or (byte)'$' or (byte)'.';

    /// <summary>Whether the quote ends a literal of its line: an odd number of them stands before it.</summary>
    private static bool Closes(ScanContext context, int position, byte quote)
    {
        int count = 0;
        for (int at = context.LineStart(position, MostPart); at < position; at++)
        {
            count += context.Text[at] == quote ? 1 : 0;
        }

        return (count & 1) == 1;
    }

    /// <summary>The quote that opens the literal that ends at <paramref name="close"/>, or -1.</summary>
    private static int Opening(ReadOnlySpan<byte> text, int close, byte quote)
    {
        for (int at = close - 1, least = Math.Max(0, close - MostPart); at >= least && !Ascii.IsNewLine(text[at]); at--)
        {
            if (text[at] == quote && (at == 0 || text[at - 1] != '\\'))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Closing(ReadOnlySpan<byte> text, int start, byte quote)
    {
        for (int at = start, most = Math.Min(text.Length, start + MostPart); at < most && !Ascii.IsNewLine(text[at]); at++)
        {
            if (text[at] == quote)
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }
}
