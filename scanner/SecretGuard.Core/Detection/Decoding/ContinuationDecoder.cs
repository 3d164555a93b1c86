using SecretGuard.Rules;

namespace SecretGuard.Detection.Decoding;

/// <summary>Joins lines where a backslash at the end of one cuts a word in two: strings of C and Python, commands of shells.</summary>
internal sealed class ContinuationDecoder : Matcher
{
    private const int MostLines = 16;
    private const int MostLine = 512;

    private static readonly ByteClass Word = ByteClass.Parse("0-9A-Za-z_\\-");

    internal override bool LooksFar => true;

    /// <summary>An unindented word must follow: where lines are broken between words, nothing is cut.</summary>
    public override IReadOnlyList<Signature> Signatures =>
    [
        new("\\\r\n", Next: Word),
        .. Word.Members().Where(c => !Ascii.IsUpper((byte)c)).Select(c => new Signature("\\\n" + c, IgnoreCase: true, Word)),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (context.Decoding is not { IsOpen: true } scope || position < scope.ContinuationCursor || position == 0 || !Word.Contains(text[position - 1]))
        {
            return;
        }

        DecodedText decoded = scope.Clear();
        int at = Math.Max(scope.ContinuationCursor, context.LineStart(position, MostLine)), end = position;
        for (int lines = 0; lines < MostLines; lines++)
        {
            decoded.Copy(text.Slice(at, end - at), at);
            at = NextLine(text, end);
            if (at == end)
            {
                break;
            }

            end = context.LineEnd(at, MostLine);
            end -= end > at && text[end - 1] == '\\' ? 1 : 0;
        }

        scope.ContinuationCursor = end;
        scope.Scan(context, decoded, context.Syntax, "continued lines");
    }

    /// <summary>The line behind the backslash at <paramref name="at"/>; the same place where there is none.</summary>
    private static int NextLine(ReadOnlySpan<byte> text, int at)
    {
        int feed = at + 1 < text.Length && text[at + 1] == '\r' ? at + 2 : at + 1;
        return feed + 1 < text.Length && text[at] == '\\' && text[feed] == '\n' && Word.Contains(text[feed + 1]) ? feed + 1 : at;
    }
}
