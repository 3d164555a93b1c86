namespace SecretGuard.Detection;

/// <summary>
/// Whether a value that an issuer drew at random can really have been drawn: examples in documentation are made of few characters,
/// runs, or words. For tokens only; people's passwords are words, and are judged elsewhere.
/// </summary>
internal static class Diversity
{
    private const int ShortWord = 4;

    private static readonly string[] Words =
    [
        "example", "xxxx", "your", "placeholder", "dummy", "sample", "redacted", "changeme", "change-me", "change_me", "replace", "insert",
        "1234567", "abcdefg", "0000000", "1111111", "deadbeef", "fake", "mock", "abc123", "foobar", "lorem", "notreal", "secretkey", "testtest", "qwerty",
        "........", "********", "token_here", "key_here", "tokenhere", "keyhere", "todo",
    ];

    /// <summary>Whether the random part of a token is plainly made up.</summary>
    public static bool IsStub(ReadOnlySpan<byte> body)
    {
        if (body.Length < 8)
        {
            return false;
        }

        ulong low = 0, high = 0;
        int sequential = 0, repeated = 0;
        for (int i = 0; i < body.Length; i++)
        {
            byte b = body[i];
            if (b < 64)
            {
                low |= 1UL << b;
            }
            else
            {
                high |= 1UL << (b & 63);
            }

            sequential += i > 0 && (b == body[i - 1] + 1 || b == body[i - 1] - 1) ? 1 : 0;
            repeated += i > 0 && b == body[i - 1] ? 1 : 0;
        }

        int distinct = Bits.Count(low) + Bits.Count(high);
        if (distinct < (body.Length >= 24 ? 8 : body.Length >= 16 ? 7 : 5) || sequential * 2 > body.Length || repeated * 3 > body.Length)
        {
            return true;
        }

        foreach (string word in Words)
        {
            // In a long random value a word of four letters stands by chance, once in two thousand tokens of 100 characters.
            if ((word.Length > 4 || body.Length <= 48) && Contains(body, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> body, string word)
    {
        for (int i = 0; i + word.Length <= body.Length; i++)
        {
            int j = 0;
            while (j < word.Length && Ascii.ToLower(body[i + j]) == word[j])
            {
                j++;
            }

            if (j == word.Length && (word.Length > ShortWord || IsEdge(body, i, word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands at an end of the body or of a part of it: inside, chance writes four letters too often.</summary>
    private static bool IsEdge(ReadOnlySpan<byte> body, int start, int length) =>
        start == 0 || start + length == body.Length || !Ascii.IsAlphanumeric(body[start - 1]) || !Ascii.IsAlphanumeric(body[start + length]);
}
