using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Finds the signature in Azure's shared access URLs and tokens: <c>sig=</c> with an HMAC-SHA256 in base 64, believed only where
/// the same query says what it is for (<c>sv=</c> or <c>sr=</c>) and what limits it (<c>se=</c>, <c>sp=</c> or <c>ss=</c>).
/// </summary>
/// <param name="rule">The kind to report.</param>
internal sealed class SharedAccessSignatureMatcher(Rule rule) : Matcher
{
    private const int QueryReach = 512;
    private const int SignatureDigits = 43; // 32 bytes, without the padding

    private static readonly byte[][] Subjects = [[(byte)'s', (byte)'v', (byte)'='], [(byte)'s', (byte)'r', (byte)'=']];
    private static readonly byte[][] Limits = [[(byte)'s', (byte)'e', (byte)'='], [(byte)'s', (byte)'p', (byte)'='], [(byte)'s', (byte)'s', (byte)'=']];

    public override IReadOnlyList<Signature> Signatures { get; } = [new Signature("sig=")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position + Signatures[signature].Literal.Length;
        int length = SignatureLength(text.Slice(start));
        if (length == 0 || !Boundary.IsStart(text, position) || !Boundary.IsEnd(text, start + length)
            || Diversity.IsStub(text.Slice(start, length)))
        {
            return;
        }

        int queryStart = position, queryEnd = start + length;
        while (queryStart > 0 && position - queryStart < QueryReach && IsQuery(text[queryStart - 1]))
        {
            queryStart--;
        }

        while (queryEnd < text.Length && queryEnd - start < QueryReach && IsQuery(text[queryEnd]))
        {
            queryEnd++;
        }

        ReadOnlySpan<byte> query = text.Slice(queryStart, queryEnd - queryStart);
        if (HasParameter(query, Subjects) && HasParameter(query, Limits))
        {
            context.Report(rule, start, length, Confidence.High, "signs a query that grants access");
        }
    }

    /// <summary>Bytes of the signature at the start of the text, percent-encoded or not, with its padding; 0 where there is none.</summary>
    private static int SignatureLength(ReadOnlySpan<byte> text)
    {
        int at = 0;
        for (int digits = 0; digits < SignatureDigits; digits++)
        {
            int taken = DigitLength(text.Slice(at));
            if (taken == 0)
            {
                return 0;
            }

            at += taken;
        }

        ReadOnlySpan<byte> rest = text.Slice(at);
        return at + (IsEscaped(rest, 'D') ? 3 : rest.Length > 0 && rest[0] == '=' ? 1 : 0);
    }

    private static int DigitLength(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        return Ascii.IsAlphanumeric(text[0]) || text[0] is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_' ? 1
            : (IsEscaped(text, 'B') && text[1] == '2') || (IsEscaped(text, 'F') && text[1] == '2') ? 3 : 0;
    }

    /// <summary>Whether an escape %2B, %2F or %3D ends with this hexadecimal digit.</summary>
    private static bool IsEscaped(ReadOnlySpan<byte> text, char last) =>
        text.Length >= 3 && text[0] == '%' && text[1] is (byte)'2' or (byte)'3' && Ascii.ToLower(text[2]) == Ascii.ToLower((byte)last);

    private static bool IsQuery(byte value) =>
        value is > (byte)' ' and < 0x7F and not ((byte)'"' or (byte)'\'' or (byte)'`' or (byte)'<' or (byte)'>');

    private static bool HasParameter(ReadOnlySpan<byte> query, byte[][] names)
    {
        foreach (byte[] name in names)
        {
            for (int at = query.IndexOf(name); at >= 0;)
            {
                if (Boundary.IsStart(query, at))
                {
                    return true;
                }

                int next = query.Slice(at + 1).IndexOf(name);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return false;
    }
}
