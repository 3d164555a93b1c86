using SecretGuard.Findings;

namespace SecretGuard.Detection.Decoding;

/// <summary>Finds stretches of Base64 and of hex digits that say text, and looks for secrets in what they say.</summary>
internal static class Stretches
{
    private const int MostStarts = 3;
    private const int StartsWithin = 40;

    /// <summary>Decodes what the text holds, each digit once.</summary>
    public static void Scan(ScanContext context) => Scan(context, new TextRange(0, context.Length));

    /// <summary>As <see cref="Scan(ScanContext)"/>, for what begins in a range.</summary>
    public static void Scan(ScanContext context, TextRange range)
    {
        if (context.Decoding is not { IsOpen: true } scope)
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text.Slice(0, range.End);
        for (int at = range.Start; DigitRuns.TryNext(text, at, out int start, out int end);)
        {
            context.Stop.ThrowIfCancellationRequested();
            at = end;
            if (!IsPartOfToken(text, start, end) && TryDecode(text, SkipEscape(text, start), end, scope.Decoded, out string encoding, out int after))
            {
                at = Math.Max(end, after);
                scope.Scan(context, scope.Decoded, FileSyntaxes.Of("", scope.Decoded.Text), encoding, Confidence.Medium);
            }
        }
    }

    /// <summary>Tries the start of the run and, as words may stand before the digits, what is behind its first signs.</summary>
    private static bool TryDecode(ReadOnlySpan<byte> text, int start, int end, DecodedText decoded, out string encoding, out int after)
    {
        int last = Math.Min(end, start + StartsWithin);
        for (int i = 0; i < MostStarts && end - start >= DigitRuns.Shortest; i++)
        {
            encoding = "hex digits";
            if (HexStretch.TryDecode(text.Slice(0, end), start, decoded))
            {
                after = end;
                return true;
            }

            encoding = "Base64";
            if (Base64Stretch.TryDecode(text, start, end, decoded, out after))
            {
                return true;
            }

            int sign = start < last ? text.Slice(start, last - start).IndexOfAny("-_/+"u8) : -1;
            if (sign < 0)
            {
                break;
            }

            start += sign + 1;
        }

        (encoding, after) = ("", end);
        return false;
    }

    /// <summary>Whether the run is a part of something that has its own matcher: a JSON Web Token, PEM, a dotted name.</summary>
    private static bool IsPartOfToken(ReadOnlySpan<byte> text, int start, int end) =>
        (start > 1 && text[start - 1] == '.' && DigitRuns.IsDigit(text[start - 2]))
        || (end + 1 < text.Length && text[end] == '.' && DigitRuns.IsDigit(text[end + 1]))
        || text.Slice(start).StartsWith("LS0tLS1CRUdJTi"u8);

    /// <summary>The letter of <c>\n</c> and the digits of <c>%3D</c> are none of the stretch, nor is the sign of a hex number.</summary>
    private static int SkipEscape(ReadOnlySpan<byte> text, int start)
    {
        if (start > 0 && text[start - 1] == '\\' && text[start] is (byte)'n' or (byte)'r' or (byte)'t')
        {
            return start + 1;
        }

        bool number = text[start] == '0' && text[start + 1] is (byte)'x' or (byte)'X';
        return number || (start > 0 && text[start - 1] == '%') ? start + 2 : start;
    }
}
