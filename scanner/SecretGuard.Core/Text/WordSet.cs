namespace SecretGuard.Text;

/// <summary>
/// A fixed set of lower-case words that is searched where it is listed: nothing is hashed at the start of the program, and a range of bytes is
/// looked up without a string. So the list must be in ordinal order; a test holds every one to it.
/// </summary>
internal sealed class WordSet(params string[] words)
{
    /// <summary>The words in their order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>A set of words that a text lists, divided by spaces.</summary>
    public static WordSet Of(string words) => new(words.Split(' '));

    /// <summary>Whether the word, lower case, is one of these.</summary>
    public bool Contains(string word)
    {
        int low = 0, high = words.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2, order = Compare(words[middle], word);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>Whether the text is one of these words; letters of ASCII in any case, and no other letters.</summary>
    public bool Contains(ReadOnlySpan<byte> text)
    {
        int low = 0, high = words.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2, order = Compare(words[middle], text);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>Whether the text begins with one of these words, letters in any case.</summary>
    public bool BeginsAny(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        int first = FirstOf((char)Ascii.ToLower(text[0]));
        for (int i = first; i < words.Length && words[i][0] == Ascii.ToLower(text[0]); i++)
        {
            if (AsciiText.StartsWith(text, words[i], ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of the first word that begins with this letter, or with a later one.</summary>
    private int FirstOf(char letter)
    {
        int low = 0, high = words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = words[middle][0] < letter ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Ordinal. The framework's way is for long texts, and is made anew in every run of a program under a runtime.</summary>
    private static int Compare(string word, string other)
    {
        int common = Math.Min(word.Length, other.Length);
        for (int i = 0; i < common; i++)
        {
            if (word[i] != other[i])
            {
                return word[i] - other[i];
            }
        }

        return word.Length - other.Length;
    }

    private static int Compare(string word, ReadOnlySpan<byte> text)
    {
        int common = Math.Min(word.Length, text.Length);
        for (int i = 0; i < common; i++)
        {
            int order = word[i] - Ascii.ToLower(text[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return word.Length - text.Length;
    }
}
