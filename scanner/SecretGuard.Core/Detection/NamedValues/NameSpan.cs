using System.Runtime.CompilerServices;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The identifier around a signature, and what encloses it.</summary>
internal readonly struct NameSpan
{
    private const int Longest = 96;

    private NameSpan(int start, int end, byte quote, bool escapedQuote)
    {
        Start = start;
        End = end;
        Quote = quote;
        EscapedQuote = escapedQuote;
    }

    /// <summary>First byte.</summary>
    public int Start { get; }

    /// <summary>The byte after the last.</summary>
    public int End { get; }

    /// <summary>The quote that directly encloses the name, or 0.</summary>
    public byte Quote { get; }

    /// <summary>Whether that quote is written <c>\"</c>: JSON in a string.</summary>
    public bool EscapedQuote { get; }

    /// <summary>The byte after the name and its quote.</summary>
    public int After => End + (Quote == 0 ? 0 : EscapedQuote ? 2 : 1);

    /// <summary>Grows a signature's place to the whole identifier.</summary>
    [MethodImpl(HotLoop.Compiled)]
    public static NameSpan Around(ReadOnlySpan<byte> text, int position, int length)
    {
        int start = position, end = position + length;
        while (start > 0 && position - start < Longest && IsNameByte(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - position < Longest && IsNameByte(text[end]))
        {
            end++;
        }

        while (end > position + length && text[end - 1] is (byte)'.' or (byte)'-')
        {
            end--;
        }

        // \n before a name in a string is an escape, not an n.
        if (start > 0 && text[start - 1] == '\\' && start < position && text[start] is (byte)'n' or (byte)'r' or (byte)'t')
        {
            start++;
        }

        return Enclose(text, start, end);
    }

    private static NameSpan Enclose(ReadOnlySpan<byte> text, int start, int end)
    {
        if (end >= text.Length)
        {
            return new NameSpan(start, end, 0, false);
        }

        bool escaped = text[end] == '\\' && end + 1 < text.Length && text[end + 1] == '"';
        byte quote = escaped ? (byte)'"' : text[end];
        if (quote is not ((byte)'"' or (byte)'\'' or (byte)'`'))
        {
            return new NameSpan(start, end, 0, false);
        }

        // Configuration paths stand in quotes whole: "Smtp:Password", "//registry/:_password".
        int left = start;
        while (left > 0 && start - left < Longest && (IsNameByte(text[left - 1]) || text[left - 1] is (byte)':' or (byte)'/' or (byte)'@' or (byte)'[' or (byte)']'))
        {
            left--;
        }

        bool enclosed = left > 0 && text[left - 1] == quote && (!escaped || left > 1 && text[left - 2] == '\\');
        return enclosed ? new NameSpan(left, end, quote, escaped) : new NameSpan(start, end, 0, false);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static bool IsNameByte(byte value) => Ascii.IsAlphanumeric(value) || value >= 0x80 || value is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'$';
}
