namespace SecretGuard.Detection.NamedValues;

/// <summary>Calls that hand a literal on as it is, in another type: the literal inside is the value.</summary>
internal static class Wrappers
{
    private const int Longest = 64;

    private static readonly HashSet<string> Callees = new(
        [
            "getbytes", "bytes", "byte", "frombase64string", "fromhexstring", "b64decode", "b64encode", "base64decode", "decodestring", "atob", "btoa", "from", "fromstring", "fromutf8", "encode", "securestring", "tosecurestring",
            "converttosecurestring", "string", "str", "new", "tochararray", "quote", "literal", "some", "stringvalue", "sensitive", "secretstr", "secret", "password", "text", "of", "valueof", "parse", "unescape", "trim", "strdup", "utf8", "stringptr", "pointer", "ptr", "toptr", "char", "uri", "guid",
        ],
        StringComparer.Ordinal);

    /// <summary>The place of the literal inside such calls, or <paramref name="at"/> where there is none.</summary>
    public static int Skip(ReadOnlySpan<byte> text, int at)
    {
        for (int depth = 0; depth < 3; depth++)
        {
            int open = OpenParenthesis(text, at, out int calleeStart, out int calleeLength);
            if (open < 0)
            {
                // A parenthesis around the value itself.
                if (at < text.Length && text[at] == '(')
                {
                    at = AsciiText.SkipSpaces(text, at + 1, text.Length);
                    continue;
                }

                return at;
            }

            if (!Callees.Contains(Lower(text.Slice(calleeStart, calleeLength))))
            {
                return at;
            }

            at = AsciiText.SkipSpaces(text, open + 1, text.Length);
        }

        return at;
    }

    private static int OpenParenthesis(ReadOnlySpan<byte> text, int at, out int calleeStart, out int calleeLength)
    {
        int start = at, most = Math.Min(text.Length, at + Longest);
        calleeStart = at;
        calleeLength = 0;
        for (int i = at; i < most; i++)
        {
            byte b = text[i];
            if (b is (byte)'(' or (byte)'{')
            {
                calleeStart = start;
                calleeLength = i - start;
                return calleeLength > 0 ? i : -1;
            }

            if (b is (byte)'.' or (byte)':' or (byte)' ' or (byte)'[' or (byte)']' or (byte)'<' or (byte)'>')
            {
                start = b is (byte)'<' or (byte)'>' ? start : i + 1;
            }
            else if (!Ascii.IsAlphanumeric(b) && b != '_')
            {
                return -1;
            }
        }

        return -1;
    }

    private static string Lower(ReadOnlySpan<byte> word)
    {
        int generic = word.IndexOf((byte)'<');
        word = generic > 0 ? word.Slice(0, generic) : word;
        Span<char> chars = stackalloc char[Math.Min(word.Length, Longest)];
        int length = 0;
        foreach (byte b in word)
        {
            if (b != '_' && length < chars.Length)
            {
                chars[length++] = (char)Ascii.ToLower(b);
            }
        }

        return chars.Slice(0, length).ToString();
    }
}
