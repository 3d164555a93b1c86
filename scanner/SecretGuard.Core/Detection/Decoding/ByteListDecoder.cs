using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>Reads lists of bytes that spell text: <c>0x68, 0x75, …</c>.</summary>
internal sealed class ByteListDecoder : Matcher
{
    private const int Shortest = 12;
    private const int Longest = 4096;
    private const int NumberLength = 4;

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = [new(", 0x", IgnoreCase: true), new(",0x", IgnoreCase: true, Next: ByteClass.Parse("2-7"))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Decoding is not { IsOpen: true } scope || position - NumberLength < scope.ByteListCursor)
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        DecodedText decoded = scope.Clear();
        int at = position - NumberLength;
        while (decoded.Length < Longest && Read(text, at) is var value && PrintableText.IsPrintable(value))
        {
            decoded.Add(value, at, NumberLength);
            at = SkipComma(text, at + NumberLength);
        }

        if (decoded.Length >= Shortest)
        {
            scope.ByteListCursor = at;
            scope.Scan(context, decoded, FileSyntax.Unknown, "a list of bytes", Findings.Confidence.Medium);
        }
        else if (decoded.Length > 1)
        {
            scope.ByteListCursor = at;
        }
    }

    /// <summary>The byte at <paramref name="at"/>, or 0 where there is none.</summary>
    private static byte Read(ReadOnlySpan<byte> text, int at)
    {
        if (at < 0 || at + NumberLength > text.Length || text[at] != '0' || text[at + 1] is not ((byte)'x' or (byte)'X'))
        {
            return 0;
        }

        int high = HexStretch.Value(text[at + 2]), low = HexStretch.Value(text[at + 3]);
        return high < 0 || low < 0 || (at + NumberLength < text.Length && Ascii.IsAlphanumeric(text[at + NumberLength])) ? (byte)0 : (byte)(high << 4 | low);
    }

    private static int SkipComma(ReadOnlySpan<byte> text, int at)
    {
        int most = Math.Min(text.Length, at + 64);
        while (at < most && (text[at] == ',' || Ascii.IsSpace(text[at]) || Ascii.IsNewLine(text[at])))
        {
            at++;
        }

        return at;
    }
}
