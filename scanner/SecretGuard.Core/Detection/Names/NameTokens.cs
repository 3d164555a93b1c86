using System.Text;

namespace SecretGuard.Detection.Names;

/// <summary>Splits an identifier into lower-case words: at separators, at case changes, between letters and digits.</summary>
internal static class NameTokens
{
    private const int MostWords = 16;
    private const int LongestWord = 48;

    /// <summary>Words of <c>dbPassword</c>, <c>DB_PASSWORD</c>, <c>spring.mail.password</c>, <c>APIKey2</c>. Digits are words of their own.</summary>
    public static List<string> Split(ReadOnlySpan<byte> name)
    {
        var words = new List<string>(6);
        int start = 0;
        for (int i = 0; i <= name.Length && words.Count < MostWords; i++)
        {
            if (i == name.Length || IsBreak(name, i))
            {
                Add(words, name.Slice(start, i - start));
                start = i;
            }
        }

        return words;
    }

    private static bool IsBreak(ReadOnlySpan<byte> name, int i)
    {
        if (i == 0)
        {
            return false;
        }

        byte before = name[i - 1], here = name[i];
        if (!IsWordByte(here) || !IsWordByte(before) || Ascii.IsDigit(before) != Ascii.IsDigit(here))
        {
            return true;
        }

        // aB, and the last capital of a run: API|Key.
        return (Ascii.IsLower(before) && Ascii.IsUpper(here))
            || (Ascii.IsUpper(before) && Ascii.IsUpper(here) && i + 1 < name.Length && Ascii.IsLower(name[i + 1]) && !(name[i + 1] == 's' && (i + 2 == name.Length || !IsWordByte(name[i + 2]))));
    }

    private static bool IsWordByte(byte value) => Ascii.IsAlphanumeric(value) || value >= 0x80;

    private static void Add(List<string> words, ReadOnlySpan<byte> word)
    {
        int start = 0;
        while (start < word.Length && !IsWordByte(word[start]))
        {
            start++;
        }

        word = word.Slice(start);
        if (word.Length is > 0 and <= LongestWord)
        {
            words.Add(Lower(word));
        }
    }

    private static string Lower(ReadOnlySpan<byte> word)
    {
        Span<char> letters = stackalloc char[LongestWord];
        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] >= 0x80)
            {
                return Encoding.UTF8.GetString(word.ToArray()).ToLowerInvariant();
            }

            letters[i] = (char)Ascii.ToLower(word[i]);
        }

        return letters.Slice(0, word.Length).ToString();
    }
}
