namespace SecretGuard.References.Literals;

/// <summary>A text of Terraform between <c>&lt;&lt;END</c> and the line that has only its word.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="After">Behind the word that ends it.</param>
internal readonly record struct Heredoc(int Start, int End, int After)
{
    /// <summary>The one whose first sign stands at an index; null where there is none.</summary>
    public static Heredoc? Read(string text, int at)
    {
        if (at < 0 || string.CompareOrdinal(text, at, "<<", 0, 2) != 0)
        {
            return null;
        }

        int word = at + 2 < text.Length && text[at + 2] == '-' ? at + 3 : at + 2, end = word;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        int start = text.IndexOf('\n', end) + 1;
        if (end == word || start == 0)
        {
            return null;
        }

        ReadOnlySpan<char> closing = text.AsSpan(word, end - word);
        for (int line = start; line < text.Length;)
        {
            int next = text.IndexOf('\n', line) is var found and >= 0 ? found : text.Length;
            if (text.AsSpan(line, next - line).Trim().SequenceEqual(closing))
            {
                return new Heredoc(start, line, next);
            }

            line = next + 1;
        }

        return new Heredoc(start, text.Length, text.Length);
    }
}
