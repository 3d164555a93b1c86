using System.Text;

namespace SecretGuard.Migration.Rules;

/// <summary>Regular expressions of Go (RE2) and Rust, as the framework writes them; and what must stand in every match of one.</summary>
internal static class GoRegex
{
    private const int ShortestKeyword = 3;

    private static readonly (string Go, string Net)[] Classes =
    [
        ("[:alnum:]", "0-9A-Za-z"), ("[:alpha:]", "A-Za-z"), ("[:digit:]", "0-9"), ("[:lower:]", "a-z"), ("[:upper:]", "A-Z"),
        ("[:space:]", @"\s"), ("[:word:]", "0-9A-Za-z_"), ("[:xdigit:]", "0-9A-Fa-f"), ("(?P<", "(?<"),
    ];

    /// <summary>The expression in the framework's notation. Whether that can be used, its constructor says.</summary>
    public static string ToNet(string regex)
    {
        var net = new StringBuilder(regex);
        foreach ((string go, string written) in Classes)
        {
            net.Replace(go, written);
        }

        return net.ToString();
    }

    /// <summary>The longest literal outside of groups and classes, which every match must hold; null where there is none of three characters.</summary>
    public static string? Keyword(string regex)
    {
        string longest = "";
        var run = new StringBuilder();
        int depth = 0;
        if (PathRegex.SplitAlternatives(regex).Skip(1).Any())
        {
            return null;
        }

        for (int i = 0; i < regex.Length; i++)
        {
            char c = regex[i], next = i + 1 < regex.Length ? regex[i + 1] : '\0';
            bool escaped = c == '\\' && next != '\0' && !char.IsAsciiLetterOrDigit(next);
            bool literal = depth == 0 && (escaped || char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':' or '/' or '=' or '@' or '#' or ' ' or '%' or '&' or ',' or ';' or '<' or '>' or '!' or '~' or '\'' or '"');
            i += c == '\\' ? 1 : 0;
            char after = i + 1 < regex.Length ? regex[i + 1] : '\0';
            if (literal && after is not ('?' or '*' or '{' or '+'))
            {
                run.Append(escaped ? next : c);
                longest = run.Length > longest.Length ? run.ToString() : longest;
                continue;
            }

            run.Clear();
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '[')
            {
                i = Math.Max(i, regex.IndexOf(']', Math.Min(regex.Length, i + 2)));
            }
        }

        return longest.Length >= ShortestKeyword ? longest : null;
    }
}
