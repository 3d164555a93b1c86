namespace SecretGuard.Detection.NamedValues;

/// <summary>Calls that hand a literal on as it is, in another type: the literal inside is the value.</summary>
internal static class Wrappers
{
    private const int Longest = 64;

    private static readonly WordSet Callees = WordSet.Of(
        "atob b64decode b64encode base64decode bcrypt btoa byte bytes char converttosecurestring crypt decodestring encode encodepassword encrypt from "
        + "frombase64string fromhexstring fromstring fromutf8 generatepasswordhash getbytes guid hash hashpassword hashpw hashsync literal make "
        + "makepassword md5 new of parse password passwordhash pointer ptr qbytearray qlatin1string qstringliteral quote secret secretstr securestring "
        + "sensitive sha1 sha256 sha512 some str strdup string stringptr stringvalue text tochararray toptr tosecurestring trim unescape uri utf8 valueof");

    /// <summary>The place of the literal inside such calls, or <paramref name="at"/> where there is none.</summary>
    public static int Skip(ReadOnlySpan<byte> text, int at)
    {
        if (at + 2 < text.Length && text[at] == '<' && text[at + 1] == '<' && Quotes.IsQuote(text[at + 2]))
        {
            return at + 2; // <<"value">>: a binary of Erlang
        }

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

            if (!IsCallee(text.Slice(calleeStart, calleeLength)))
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
            if (b == '(' && i + 1 < most && text[i + 1] == ')')
            {
                i++; // encoder().encode(
                continue;
            }

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

    /// <summary>Whether such a call is so called: <c>get_bytes</c> as well as <c>GetBytes</c>, <c>List&lt;char&gt;</c> as <c>List</c>.</summary>
    private static bool IsCallee(ReadOnlySpan<byte> word)
    {
        int generic = word.IndexOf((byte)'<');
        word = generic > 0 ? word.Slice(0, generic) : word;
        Span<byte> folded = stackalloc byte[Math.Min(word.Length, Longest)];
        int length = 0;
        foreach (byte b in word)
        {
            if (b != '_' && length < folded.Length)
            {
                folded[length++] = b;
            }
        }

        return Callees.Contains(folded.Slice(0, length));
    }
}
