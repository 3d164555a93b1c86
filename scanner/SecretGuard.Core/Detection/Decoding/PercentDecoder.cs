using System.Globalization;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>Reads percent-encoded text (RFC 3986, section 2.1) where the encoding hides a sign that a format or a binding needs.</summary>
internal sealed class PercentDecoder : Matcher
{
    private const int Before = 1024;
    private const int After = 3072;

    public override IReadOnlyList<Signature> Signatures =>
    [
        new("%3A%2F%2F", IgnoreCase: true), new("%3D", IgnoreCase: true), new("%2B", IgnoreCase: true), new("%22%3A", IgnoreCase: true), new("%253", IgnoreCase: true),
        .. Letters(),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Decoding is not { IsOpen: true } scope || position < scope.PercentCursor)
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int at = position, end = position, first = Math.Max(scope.PercentCursor, position - Before), last = Math.Min(text.Length, position + After);
        while (at > first && IsPart(text[at - 1]))
        {
            at--;
        }

        while (end < last && IsPart(text[end]))
        {
            end++;
        }

        DecodedText decoded = scope.Clear();
        while (at < end)
        {
            int plain = text.Slice(at, end - at).IndexOf((byte)'%');
            plain = plain < 0 ? end - at : plain;
            decoded.Copy(text.Slice(at, plain), at);
            at += plain;
            if (at < end)
            {
                at += AddEscape(text.Slice(0, end), at, decoded);
            }
        }

        scope.PercentCursor = end;
        scope.Scan(context, decoded, context.Syntax, "URL encoding");
    }

    private static int AddEscape(ReadOnlySpan<byte> text, int at, DecodedText decoded)
    {
        int value = at + 2 < text.Length && HexStretch.Value(text[at + 1]) >= 0 && HexStretch.Value(text[at + 2]) >= 0
            ? HexStretch.Value(text[at + 1]) << 4 | HexStretch.Value(text[at + 2])
            : 0;
        if (value < ' ')
        {
            decoded.Copy(text.Slice(at, 1), at);
            return 1;
        }

        decoded.AddEscaped((byte)value, at, 3);
        return 3;
    }

    private static bool IsPart(byte value) => value is > (byte)' ' and not ((byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' or (byte)'`');

    /// <summary>Letters and digits that need no encoding and have one, two in a row.</summary>
    private static IEnumerable<Signature> Letters()
    {
        var next = ByteClass.Parse("%");
        return Enumerable.Range('0', 'z' - '0' + 1).Where(c => Ascii.IsAlphanumeric((byte)c))
            .Select(c => new Signature("%" + c.ToString("X2", CultureInfo.InvariantCulture), IgnoreCase: true, next));
    }
}
