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

    private static readonly ByteClass Follows = ByteClass.Parse(" \t\r\n\"'@$");

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("\" +", Next: Follows), new("\"+\""), new("\"+ ", Next: Follows), new("\"+\n"), new("\"+\r"),
        new("' +", Next: Follows), new("'+'"), new("'+ ", Next: Follows), new("'+\n"), new("'+\r"),
        new("\" .", Next: Follows), new("\".\""), new("' .", Next: Follows), new("'.'"), new("\" &", Next: Follows), new("\"&\""),
        new("\"\n ", Next: Follows), new("\"\n\t"), new("\"\r\n", Next: Follows), new("'\n ", Next: Follows), new("'\n\t"), new("'\r\n", Next: Follows),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
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
        int most = Math.Min(text.Length, at + MostGap);
        bool sign = false, newLine = false;
        for (; at < most; at++)
        {
            byte b = text[at];
            if (b == quote)
            {
                // Literals side by side are one in C and Python; on one line they are rather the end of one and the start of another.
                return sign || (newLine && context.Syntax == FileSyntax.Code) ? at + 1 : -1;
            }

            if (b is (byte)'+' or (byte)'.' or (byte)'&' && !sign)
            {
                sign = true;
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
                return -1;
            }
        }

        return -1;
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
