using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>Reads <c>\u0041</c>, <c>\x41</c> and the <c>\/</c> of JSON, as string literals have them.</summary>
internal sealed class EscapeDecoder : Matcher
{
    private const int MaxBackslashes = 4; // JSON inside JSON

    private static readonly ByteClass Hex = ByteClass.Parse("0-9A-Fa-f");

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("\\u002"), new("\\u003"), new("\\u004"), new("\\u005"), new("\\u006"), new("\\u007"),
        new("\\x2", Next: Hex), new("\\x3", Next: Hex), new("\\x4", Next: Hex), new("\\x5", Next: Hex), new("\\x6", Next: Hex), new("\\x7", Next: Hex),
        new(":\\/\\/"),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Decoding is not { IsOpen: true } scope || position < scope.EscapeCursor)
        {
            return;
        }

        (int at, int end) = LineWindow.Around(context, position, scope.EscapeCursor);
        ReadOnlySpan<byte> text = context.Text.Slice(0, end);
        DecodedText decoded = scope.Clear();
        while (at < end)
        {
            int plain = text.Slice(at).IndexOf((byte)'\\');
            plain = plain < 0 ? end - at : plain;
            decoded.Copy(text.Slice(at, plain), at);
            at += plain;
            if (at < end)
            {
                at += AddEscape(text, at, decoded);
            }
        }

        scope.EscapeCursor = end;
        scope.Scan(context, decoded, context.Syntax, "an escaped string");
    }

    /// <summary>Adds what the escape stands for, or the escape itself. Returns its length in the source.</summary>
    private static int AddEscape(ReadOnlySpan<byte> text, int at, DecodedText decoded)
    {
        int slashes = 1;
        while (slashes < MaxBackslashes && at + slashes < text.Length && text[at + slashes] == '\\')
        {
            slashes++;
        }

        int letter = at + slashes;
        byte kind = letter < text.Length ? text[letter] : (byte)0;
        if (kind == '/')
        {
            decoded.Add(kind, at, slashes + 1);
            return slashes + 1;
        }

        int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        int value = digits > 0 ? Number(text, letter + 1, digits) : 0;
        if (value is >= 0x20 and < 0x7F)
        {
            decoded.AddEscaped((byte)value, at, slashes + 1 + digits);
            return slashes + 1 + digits;
        }

        // What follows the backslashes belongs to them: \" must stay together.
        int length = Math.Min(slashes + 1, text.Length - at);
        decoded.Copy(text.Slice(at, length), at);
        return length;
    }

    private static int Number(ReadOnlySpan<byte> text, int start, int digits)
    {
        int number = 0;
        for (int i = start; i < start + digits; i++)
        {
            int digit = i < text.Length ? HexStretch.Value(text[i]) : -1;
            if (digit < 0)
            {
                return -1;
            }

            number = number << 4 | digit;
        }

        return number;
    }
}
