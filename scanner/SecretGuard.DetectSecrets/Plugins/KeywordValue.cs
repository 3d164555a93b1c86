namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Reads the value that is bound to a name. All readers walk forward over the line once.</summary>
internal static class KeywordValue
{
    private const int LongestBetween = 50;
    private const int LongestInBackticks = 1000;

    /// <summary>The value behind a name that ends at <paramref name="at"/>, in the given form; null where it does not stand in it.</summary>
    public static string? After(string text, int at, KeywordForm form)
    {
        switch (form)
        {
            case KeywordForm.Colon or KeywordForm.ColonQuoted:
                at = Closing(text, at);
                return Is(text, at, ':') ? Value(text, Blanks(text, at + 1), form == KeywordForm.ColonQuoted) : null;
            case KeywordForm.ColonEquals:
                at = Blanks(text, Closing(text, at));
                return Is(text, at, ':') ? Value(text, Blanks(text, Is(text, at + 1, '=') ? at + 2 : at + 1), quoted: false) : null;
            case KeywordForm.EqualsSign or KeywordForm.EqualsSignQuoted:
                at = Blanks(text, Closing(text, at));
                int signs = EqualSigns(text, at);
                return signs > 0 ? Value(text, Blanks(text, at + signs), form == KeywordForm.EqualsSignQuoted) : null;
            case KeywordForm.Arrow:
                at = Blanks(text, Closing(text, at));
                return Is(text, at, '=') ? Value(text, Blanks(text, Is(text, at + 1, '>') ? at + 2 : at + 1), quoted: true) : null;
            case KeywordForm.CAssignment:
                return AfterCAssignment(text, at);
            case KeywordForm.Constructor:
                at = at + 1 < text.Length && string.CompareOrdinal(text, at + 1, "assign", 0, 6) == 0 ? at + 7 : at;
                return Is(text, at, '(') && Is(text, at + 1, '"') ? Value(text, at + 1, quoted: true) : null;
            default:
                return BeforeSemicolon(text, at);
        }
    }

    /// <summary>The first value in quotes that is compared with a name behind it.</summary>
    public static string? Compared(string text)
    {
        for (int quote = text.IndexOfAny(['\'', '"', '`']); quote >= 0; quote = text.IndexOfAny(['\'', '"', '`'], quote + 1))
        {
            int end = ValueEnd(text, quote + 1, text[quote]);
            if (end == 0)
            {
                continue;
            }

            int at = Blanks(text, end + 1), signs = 0;
            while (signs < 3 && at + signs < text.Length && text[at + signs] is '=' or '!')
            {
                signs++;
            }

            int name = Blanks(text, at + signs);
            if (signs >= 2 && KeywordPlugin.HasName(text.AsSpan(name, WordEnd(text, name) - name)))
            {
                return text[(quote + 1)..end];
            }
        }

        return null;
    }

    /// <summary>Where the letters, digits and underscores from a place on end.</summary>
    public static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string? AfterCAssignment(string text, int at)
    {
        if (Is(text, at, '['))
        {
            int close = at + 1;
            while (close < text.Length && char.IsAsciiDigit(text[close]))
            {
                close++;
            }

            at = Is(text, close, ']') ? close + 1 : at;
        }

        at = Blanks(text, at);
        int signs = at < text.Length && text[at] is '=' or '!' ? at + 1 < text.Length && text[at + 1] is '=' or '!' ? 2 : 1 : 0;
        at = Blanks(text, at + signs);
        at = Is(text, at, '@') ? at + 1 : at;
        return signs > 0 && Is(text, at, '"') ? Value(text, at, quoted: true) : null;
    }

    private static string? BeforeSemicolon(string text, int at)
    {
        for (int between = 0; between <= LongestBetween && at + between < text.Length; between++)
        {
            int quote = Blanks(text, at + between);
            if (quote < text.Length && text[quote] is '\'' or '"' or '`' && ValueEnd(text, quote + 1, text[quote]) is > 0 and int end && Is(text, end + 1, ';'))
            {
                return text[(quote + 1)..end];
            }

            if (char.IsWhiteSpace(text[at + between]))
            {
                return null;
            }
        }

        return null;
    }

    private static string? Value(string text, int at, bool quoted)
    {
        char quote = at < text.Length && text[at] is '\'' or '"' or '`' ? text[at] : '\0';
        if (quoted && quote == '\0')
        {
            return null;
        }

        int start = quote == '\0' ? at : at + 1;
        int end = ValueEnd(text, start, quote);
        return end > 0 ? text[start..end] : null;
    }

    /// <summary>
    /// Where a value ends: it begins with a letter, digit or underscore, holds no single or double quote, and ends neither with a comma nor
    /// with a backtick. Behind it stands the quote, if there is one. 0 where this is none.
    /// </summary>
    private static int ValueEnd(string text, int start, char quote)
    {
        if (start >= text.Length || !IsWord(text[start]))
        {
            return 0;
        }

        int end = text.AsSpan(start).IndexOfAny('\'', '"', '\v') is var stop && stop >= 0 ? start + stop : text.Length;
        if (quote is '\'' or '"')
        {
            return Is(text, end, quote) && text[end - 1] is not (',' or '`') ? end : 0;
        }

        // Of a text full of backticks each would be walked from again.
        end = quote == '`' ? Math.Min(end, start + LongestInBackticks) : end;
        while (end > start && (text[end - 1] is ',' or '`' || (quote == '`' && !Is(text, end, '`'))))
        {
            end--;
        }

        return end > start ? end : 0;
    }

    /// <summary>Behind the brackets and quotes that close a name: <c>["name"]</c>.</summary>
    private static int Closing(string text, int at)
    {
        int end = at;
        while (end < text.Length && end - at < 2 && text[end] is ']' or '\'' or '"')
        {
            end++;
        }

        return end;
    }

    private static int EqualSigns(string text, int at)
    {
        if (Is(text, at, '!'))
        {
            return Is(text, at + 1, '=') ? Is(text, at + 2, '=') ? 3 : 2 : 0;
        }

        int signs = 0;
        while (signs < 3 && Is(text, at + signs, '='))
        {
            signs++;
        }

        return signs;
    }

    private static int Blanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool Is(string text, int at, char c) => at < text.Length && text[at] == c;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
