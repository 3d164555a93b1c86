using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>A format that many issuers share, and what tells whose it is.</summary>
/// <param name="minLength">Fewest bytes.</param>
/// <param name="maxLength">Most bytes.</param>
/// <param name="table">Between the next two, and read when a value has the length: the words with <c>|</c> between them, the family of its rule, the rule, and which of the rule's patterns it is, with tabs between them.</param>
/// <param name="start">Where its words begin.</param>
/// <param name="end">Where its line ends.</param>
internal sealed class ContextualFormat(int minLength, int maxLength, string table, int start, int end)
{
    private string[]? _words;
    private Made? _made;

    /// <summary>The rule; it and its family are made when somebody asks.</summary>
    public Rule Rule => (_made ??= Make()).Rule;

    /// <summary>Whether a value can have this format, as far as its length says.</summary>
    public bool HasLength(int length) => length >= minLength && length <= maxLength;

    /// <summary>Whether one of the words, in lower case, stands in a text.</summary>
    public bool IsNamed(ReadOnlySpan<byte> text)
    {
        _words ??= table.Substring(start, table.IndexOf('\t', start) - start).Split('|');
        foreach (string word in _words)
        {
            if (AsciiText.ContainsIgnoreCase(text, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value has this format, and its check sum is not wrong.</summary>
    public bool IsMatch(ReadOnlySpan<byte> value) => (_made ??= Make()).Pattern.IsMatch(value) && Rule.Checksum?.Check(value) != Validity.Invalid;

    private Made Make()
    {
        string[] parts = table.Substring(start, end - start).Split('\t');
        Rule made = Catalogue.Family(AsciiText.Number(parts[1])).First(rule => rule.Slug == parts[2]);
        return new Made(made, made.Patterns[AsciiText.Number(parts[3])]);
    }

    private sealed record Made(Rule Rule, TokenPattern Pattern);
}
