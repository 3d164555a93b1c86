namespace SecretGuard.Detection.NamedValues;

/// <summary>One argument of a call: the content of a literal, or empty where something else stands.</summary>
/// <param name="Start">First byte of the literal's content.</param>
/// <param name="Length">Its bytes; 0 for an expression.</param>
/// <param name="Named">Whether the argument has a name of its own.</param>
internal readonly record struct CallArgument(int Start, int Length, bool Named)
{
    /// <summary>Whether it is a literal.</summary>
    public bool IsLiteral => Length > 0;
}

/// <summary>Reads the arguments of a call. Commas inside quotes and brackets do not count.</summary>
internal static class CallArguments
{
    /// <summary>As many as are looked at.</summary>
    public const int Most = 8;

    private const int Window = 600;

    /// <summary>Reads the arguments behind the parenthesis that ends before <paramref name="open"/>. False where the call does not end in the window.</summary>
    public static int Read(ReadOnlySpan<byte> text, int open, Span<CallArgument> arguments)
    {
        int most = Math.Min(text.Length, open + Window), at = open, count = 0;
        while (count < arguments.Length)
        {
            at = AsciiText.SkipWhite(text, at, most);
            int value = SkipName(text, at, most);
            arguments[count++] = ReadOne(text, value, named: value != at);
            at = End(text, value, most);
            if (at >= most || text[at] != ',')
            {
                break;
            }

            at++;
        }

        return count;
    }

    private static CallArgument ReadOne(ReadOnlySpan<byte> text, int at, bool named)
    {
        bool literal = Quotes.TryRead(text, Wrappers.Skip(text, at), out int start, out int length, out int after);
        return literal && !IsConcatenated(text, after) ? new CallArgument(start, length, named) : new CallArgument(at, 0, named);
    }

    /// <summary>The comma or the bracket that ends the argument.</summary>
    private static int End(ReadOnlySpan<byte> text, int at, int most)
    {
        int depth = 0;
        while (at < most)
        {
            byte b = text[at];
            if (b == '\\' && at + 1 < most && Quotes.IsQuote(text[at + 1]))
            {
                at = Quotes.TryRead(text, at, out _, out _, out int behind) ? behind : at + 2; // a call in a string
                continue;
            }

            if (Quotes.IsQuote(b))
            {
                // The empty literal is read as two quotes; an apostrophe alone is passed over.
                at = Quotes.TryRead(text, at, out _, out _, out int after) ? after : at + 1 < most && text[at + 1] == b ? at + 2 : at + 1;
                continue;
            }

            depth += b is (byte)'(' or (byte)'[' or (byte)'{' ? 1 : b is (byte)')' or (byte)']' or (byte)'}' ? -1 : 0;
            if (depth < 0 || (b == ',' && depth == 0))
            {
                return at;
            }

            at++;
        }

        return most;
    }

    /// <summary>name: "value" and name="value": the argument's own name is no part of it.</summary>
    private static int SkipName(ReadOnlySpan<byte> text, int at, int most)
    {
        int name = at;
        while (name < most && (Ascii.IsAlphanumeric(text[name]) || text[name] == '_'))
        {
            name++;
        }

        return name > at && name + 1 < most && text[name] is (byte)':' or (byte)'=' && text[name + 1] != text[name] ? AsciiText.SkipWhite(text, name + 1, most) : at;
    }

    private static bool IsConcatenated(ReadOnlySpan<byte> text, int after)
    {
        int at = AsciiText.SkipWhite(text, after, text.Length);
        return at < text.Length && text[at] is (byte)'+' or (byte)'%' or (byte)'='; // with a sign behind it, it is the key of an entry
    }
}
