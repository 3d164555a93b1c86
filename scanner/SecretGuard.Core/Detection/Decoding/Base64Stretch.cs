using SecretGuard.Text;

namespace SecretGuard.Detection.Decoding;

/// <summary>Text as Base64 of either alphabet, padded or not, on one line or wrapped.</summary>
internal static class Base64Stretch
{
    private const int Longest = 8 * 1024 * 1024; // source maps inside scripts
    private const int HeadDigits = 12;
    private const int LeastLine = 40; // shorter lines are no wrapping

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Decodes the digits from <paramref name="start"/> to <paramref name="end"/>, and those on the lines below that continue them, if they say text.</summary>
    /// <param name="text">The source.</param>
    /// <param name="start">First digit.</param>
    /// <param name="end">The byte after the last digit on this line.</param>
    /// <param name="decoded">Receives the text.</param>
    /// <param name="after">The byte after the stretch and its padding.</param>
    public static bool TryDecode(ReadOnlySpan<byte> text, int start, int end, DecodedText decoded, out int after)
    {
        after = end;
        Span<byte> head = stackalloc byte[(HeadDigits / 4 * 3) + 3];
        int length = end - start < DigitRuns.Shortest ? -1 : Base64Text.DecodeInto(text.Slice(start, HeadDigits), head);
        head = head.Slice(0, Math.Max(0, length));
        bool wide = PrintableText.IsUtf16(head), marked = head.StartsWith(ByteOrderMark);
        if (length < 0 || (!wide && !PrintableText.IsAscii(marked ? head.Slice(ByteOrderMark.Length) : head)))
        {
            return false;
        }

        decoded.Clear();
        AddLine(text, start, end, decoded, out after);
        while (!wide && (end - start) % 4 == 0 && end - start >= LeastLine && TryNextLine(text, ref start, ref end))
        {
            AddLine(text, start, end, decoded, out after);
        }

        if (wide)
        {
            decoded.Narrow();
        }

        return PrintableText.IsMostlyText(decoded.Text);
    }

    private static void AddLine(ReadOnlySpan<byte> text, int start, int end, DecodedText decoded, out int after)
    {
        int digits = Math.Min(end - start, Longest);
        digits -= digits % 4 == 1 ? 1 : 0;
        decoded.AddPiece(start, 3, 4);
        int length = Base64Text.DecodeInto(text.Slice(start, digits), decoded.Reserve(Base64Text.DecodedLength(digits)));
        after = start + digits;
        for (int padding = 0; padding < 2 && (digits + padding) % 4 != 0 && after < text.Length && text[after] == '='; padding++)
        {
            after++;
        }

        decoded.Commit(length, after);
    }

    /// <summary>The digits of the next line, where it is indented as it likes and holds nothing else; quotes and tags may close it.</summary>
    private static bool TryNextLine(ReadOnlySpan<byte> text, ref int start, ref int end)
    {
        int at = end;
        at += at < text.Length && text[at] == '\r' ? 1 : 0;
        if (at >= text.Length || text[at] != '\n')
        {
            return false;
        }

        do
        {
            at++;
        }
        while (at < text.Length && Ascii.IsSpace(text[at]));

        int last = at, most = end - start;
        while (last < text.Length && last - at <= most && DigitRuns.IsDigit(text[last]))
        {
            last++;
        }

        bool closed = last == text.Length || Ascii.IsNewLine(text[last]) || text[last] is (byte)'=' or (byte)'"' or (byte)'\'' or (byte)'<';
        if (last == at || last - at > most || !closed)
        {
            return false;
        }

        (start, end) = (at, last);
        return true;
    }
}
