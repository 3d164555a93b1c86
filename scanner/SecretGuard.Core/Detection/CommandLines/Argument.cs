namespace SecretGuard.Detection.CommandLines;

/// <summary>One word of a command line, without the quotes that it stands in.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="Quote">The quote around it, or 0.</param>
/// <param name="IsWholeElement">Whether it fills an element of a list of arguments: <c>["-a", "word"]</c>.</param>
internal readonly record struct Argument(int Start, int End, byte Quote, bool IsWholeElement)
{
    /// <summary>An element that is an expression: nothing is known of it.</summary>
    public bool IsOpaque => Start == End;

    /// <summary>The bytes of the word.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text.Slice(Start, End - Start);

    /// <summary>What follows the first <paramref name="count"/> bytes: the value of <c>-p'word'</c>, without its own quotes.</summary>
    public Argument From(ReadOnlySpan<byte> text, int count)
    {
        int start = Start + count, end = End;
        if (end - start >= 4 && text[start] == '\\' && Quotes.IsQuote(text[start + 1]) && text[end - 2] == '\\' && text[end - 1] == text[start + 1])
        {
            return new Argument(start + 2, end - 2, text[start + 1], IsWholeElement);
        }

        return end - start >= 2 && Quotes.IsQuote(text[start]) && text[end - 1] == text[start]
            ? new Argument(start + 1, end - 1, text[start], IsWholeElement)
            : new Argument(start, end, Quote, IsWholeElement);
    }
}
