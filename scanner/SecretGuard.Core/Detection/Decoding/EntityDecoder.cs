using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>Reads the character references of XML and HTML.</summary>
internal sealed class EntityDecoder : Matcher
{
    private const int Longest = 8;

    private static readonly ByteClass Digit = ByteClass.Parse("0-9");

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("&#x", Next: ByteClass.Parse("2-7")), new("&#X", Next: ByteClass.Parse("2-7")),
        new("&#1", Next: Digit), new("&#3", Next: Digit), new("&#4", Next: Digit), new("&#5", Next: Digit), new("&#6", Next: Digit), new("&#7", Next: Digit), new("&#8", Next: Digit), new("&#9", Next: Digit),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Decoding is not { IsOpen: true } scope || position < scope.EntityCursor || Read(context.Text.Slice(position)).Length == 0)
        {
            return;
        }

        (int at, int end) = LineWindow.Around(context, position, scope.EntityCursor);
        ReadOnlySpan<byte> text = context.Text.Slice(0, end);
        DecodedText decoded = scope.Clear();
        while (at < end)
        {
            int plain = text.Slice(at).IndexOf((byte)'&');
            plain = plain < 0 ? end - at : plain;
            decoded.Copy(text.Slice(at, plain), at);
            at += plain;
            if (at == end)
            {
                break;
            }

            (byte value, int length) = Read(text.Slice(at));
            if (length > 0)
            {
                decoded.AddEscaped(value, at, length);
            }
            else
            {
                decoded.Copy(text.Slice(at, 1), at);
            }

            at += Math.Max(1, length);
        }

        scope.EntityCursor = end;
        scope.Scan(context, decoded, context.Syntax, "character references");
    }

    /// <summary>The printable ASCII character that a reference at the start of the text stands for, and the reference's length; 0 where there is none.</summary>
    private static (byte Value, int Length) Read(ReadOnlySpan<byte> text)
    {
        int end = text.Slice(0, Math.Min(Longest, text.Length)).IndexOf((byte)';');
        if (end < 3)
        {
            return (0, 0);
        }

        ReadOnlySpan<byte> name = text.Slice(1, end - 1);
        int value = name[0] == '#' ? Number(name.Slice(1)) : Named(name);
        return value is >= 0x20 and < 0x7F ? ((byte)value, end + 1) : ((byte)0, 0);
    }

    private static int Named(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("amp"u8) ? '&' : name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : 0;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        bool hex = digits[0] is (byte)'x' or (byte)'X';
        int number = 0;
        for (int i = hex ? 1 : 0; i < digits.Length; i++)
        {
            int digit = HexStretch.Value(digits[i]);
            if (digit < 0 || (!hex && digit > 9))
            {
                return -1;
            }

            number = (number * (hex ? 16 : 10)) + digit;
        }

        return number;
    }
}
