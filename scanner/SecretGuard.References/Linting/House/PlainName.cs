namespace SecretGuard.References.Linting.House;

/// <summary>Names that may be shown: words and numbers with signs between them, as namespaces and repositories have. What looks drawn at random is none.</summary>
internal static class PlainName
{
    private const int Longest = 80, LongestWord = 24;

    /// <summary>Whether a text is one.</summary>
    public static bool Is(string text) => text.Length is > 0 and <= Longest && text.Split('-', '.', '/', '_', ':').All(IsWord);

    /// <summary>Letters with a number in front or behind at most.</summary>
    private static bool IsWord(string word)
    {
        ReadOnlySpan<char> letters = word.AsSpan().Trim("0123456789");
        return word.Length <= LongestWord && letters.IndexOfAnyExceptInRange('A', 'z') < 0 && letters.IndexOfAny('[', ']', '^') < 0 && !letters.Contains('`') && !letters.Contains('\\');
    }
}
