using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>
/// Reads strings that hold JSON or XML whose quotes are doubled (<c>@"{""a"":""b""}"</c>) or escaped once more than the matchers read
/// (<c>\\\"a\\\":\\\"b\\\"</c>): one level is taken away.
/// </summary>
internal sealed class NestedQuoteDecoder : Matcher
{
    private static readonly ByteClass Value = ByteClass.Parse("0-9A-Za-z");

    public override IReadOnlyList<Signature> Signatures { get; } = [new("\"\":"), new("\"\" :"), new("=\"\"", Next: Value), new("\\\\\\\":"), new("\\\\\\\" :")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        bool doubled = signature < 3;
        if (context.Decoding is not { IsOpen: true } scope || position < scope.QuoteCursor || position == 0 || (doubled && context.Syntax != FileSyntax.Code) || !Value.Contains(context.Text[position - 1]))
        {
            return;
        }

        (int start, int end) = LineWindow.Around(context, position, scope.QuoteCursor);
        ReadOnlySpan<byte> text = context.Text.Slice(0, end);
        start = doubled ? AfterOpening(text, start, position) : start;
        DecodedText decoded = scope.Clear();
        for (int at = start; at < end;)
        {
            byte b = text[at], next = at + 1 < end ? text[at + 1] : (byte)0;
            if (doubled && b == '"' && next != '"')
            {
                break; // the string ends
            }

            bool pair = doubled ? b == '"' : b == '\\' && next is (byte)'\\' or (byte)'"';
            if (pair)
            {
                decoded.Add(next, at, 2);
            }
            else
            {
                decoded.Copy(text.Slice(at, 1), at);
            }

            at += pair ? 2 : 1;
        }

        scope.QuoteCursor = end;
        scope.Scan(context, decoded, doubled ? FileSyntaxes.Of("", decoded.Text) : context.Syntax, "a string in a string");
    }

    /// <summary>The byte after the quote that opens the string: the last before <paramref name="position"/> that is not doubled; where it began on another line, the first byte.</summary>
    private static int AfterOpening(ReadOnlySpan<byte> text, int start, int position)
    {
        for (int at = position - 1; at >= start; at--)
        {
            if (text[at] != '"')
            {
                continue;
            }

            if (at == start || text[at - 1] != '"')
            {
                return at + 1;
            }

            // Three are the opening and a doubled one.
            at--;
            if (at > start && text[at - 1] == '"')
            {
                return at;
            }
        }

        return start;
    }
}
