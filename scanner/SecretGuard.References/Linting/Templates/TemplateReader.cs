using SecretGuard.Findings;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Finds <c>${NAME…}</c> and <c>$NAME</c> in texts. Linear in the text: what stands behind a sign is looked at up to a bound.</summary>
internal static class TemplateReader
{
    private const int LongestDefault = 400;

    private static readonly string[] Prefixes = ["env:", "ENV:"];
    private static readonly string[] Signs = [":-", ":=", ":?", ":+", "-", "=", "?", "+", ":"];

    /// <summary>The variables of a text, those in defaults of others among them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where some characters of it stand: the first, and how many.</param>
    /// <param name="hasColon">Whether what stands behind a bare colon is a default, as Spring and its like have it. Else it is a part of the value.</param>
    public static IEnumerable<TemplateVariable> In(string text, Func<int, int, Location> place, bool hasColon)
    {
        for (int at = text.IndexOf('$', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            char next = text[at + 1];
            if (next == '$' || (at > 0 && text[at - 1] == '\\'))
            {
                at += 2;
                continue;
            }

            if (string.CompareOrdinal(text, at, "${{", 0, 3) == 0)
            {
                at = text.IndexOf("}}", at, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : text.Length;
                continue;
            }

            int start = next == '{' ? at + 2 + PrefixLength(text, at + 2) : at + 1;
            int behind = EndOfName(text, start, next == '{');
            if (behind > start && Read(text, start, behind, next == '{', place, hasColon) is { } variable && !IsComment(text, at))
            {
                yield return variable;
            }

            at = Math.Max(behind, at + 1);
        }
    }

    /// <summary>The variable whose name stands at a place; null where the braces are not closed.</summary>
    public static TemplateVariable? Read(string text, int start, int behind, bool isBraced, Func<int, int, Location> place, bool hasColon)
    {
        string name = text[start..behind];
        Location location = place(start, name.Length);
        if (!isBraced)
        {
            return new TemplateVariable(name, "", "", location, location);
        }

        if (behind >= text.Length)
        {
            return null;
        }

        if (text[behind] == '}')
        {
            return new TemplateVariable(name, "", "", location, location) { IsBraced = true };
        }

        string? sign = Array.Find(Signs, sign => string.CompareOrdinal(text, behind, sign, 0, sign.Length) == 0);
        if (sign is null || (sign == ":" && !hasColon))
        {
            return new TemplateVariable(name, "*", "", location, location) { IsBraced = true };
        }

        int from = behind + sign.Length, end = EndOfDefault(text, from);
        return end < 0 ? null : new TemplateVariable(name, sign, text[from..end], location, place(start, name.Length + sign.Length)) { IsBraced = true };
    }

    private static int PrefixLength(string text, int at) => Array.Find(Prefixes, prefix => string.CompareOrdinal(text, at, prefix, 0, prefix.Length) == 0)?.Length ?? 0;

    /// <summary>Behind the name. Only names in small letters have hyphens and dots: behind capitals a hyphen begins a default.</summary>
    private static int EndOfName(string text, int start, bool isBraced)
    {
        bool small = false;
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (isBraced && small && end > start && text[end] is '.' or '-' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))))
        {
            small |= char.IsAsciiLetterLower(text[end]);
            end++;
        }

        return end > start && char.IsAsciiDigit(text[start]) ? start : end;
    }

    /// <summary>The brace that closes what a default stands in; -1 where there is none near.</summary>
    private static int EndOfDefault(string text, int from)
    {
        int open = 1, last = Math.Min(text.Length, from + LongestDefault);
        for (int at = from; at < last; at++)
        {
            open += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (open == 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether the line begins as comments do, or a comment begins before the place.</summary>
    private static bool IsComment(string text, int at)
    {
        int looked = Math.Min(at, LongestDefault), line = looked == 0 ? -1 : text.LastIndexOf('\n', at - 1, looked);
        ReadOnlySpan<char> before = text.AsSpan(line < 0 ? at - looked : line + 1, line < 0 ? looked : at - line - 1).TrimStart();
        return before.StartsWith("#") || before.StartsWith("//") || before.StartsWith("; ") || before.IndexOf(" # ") >= 0;
    }
}
