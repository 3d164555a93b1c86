namespace SecretGuard.Triage;

/// <summary>Whose words a suppression is written in.</summary>
internal enum InlineOrigin
{
    /// <summary><c>secretguard:allow</c>: names a rule and a reason.</summary>
    Own,

    /// <summary>detect-secrets' <c>pragma: allowlist secret</c>: always honoured, for any rule.</summary>
    Pragma,

    /// <summary>Another tool's marker, honoured where the user asks for it. Never told as unused: that tool may need it.</summary>
    Compatible,
}

/// <summary>A comment that accepts what stands in some ranges of the text.</summary>
/// <param name="Origin">Whose words.</param>
/// <param name="Offset">Where the marker stands, in bytes.</param>
/// <param name="Rules">Slugs and patterns of slugs, or null for every rule. Empty where the comment names none: it accepts nothing.</param>
/// <param name="Reason">The author's words, or null.</param>
internal sealed record InlineSuppression(InlineOrigin Origin, int Offset, IReadOnlyList<string>? Rules, string? Reason)
{
    /// <summary>What it covers, as ranges of bytes.</summary>
    public IReadOnlyList<TextRange> Ranges { get; set; } = [];

    /// <summary>Where the reason stands, so that a secret in it can be kept out of reports.</summary>
    public TextRange ReasonRange { get; init; }

    /// <summary>Whether it accepted something.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether it speaks of no kind in particular.</summary>
    public bool IsForEveryRule => Rules is null || (Rules.Count == 1 && Rules[0] == "*");

    /// <summary>Whether it covers a match.</summary>
    public bool Covers(Detection.Match match) => NamesRule(match.Rule.Slug) && Touches(match);

    private bool NamesRule(string slug)
    {
        if (Rules is null)
        {
            return true;
        }

        foreach (string rule in Rules)
        {
            if (GlobSegment.IsMatch(rule, slug))
            {
                return true;
            }
        }

        return false;
    }

    private bool Touches(Detection.Match match)
    {
        foreach (TextRange range in Ranges)
        {
            if (range.Touches(match.Start, match.End))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Bytes from <paramref name="Start"/> up to and without <paramref name="End"/>.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public bool Touches(int start, int end) => start < End && end > Start;
}
