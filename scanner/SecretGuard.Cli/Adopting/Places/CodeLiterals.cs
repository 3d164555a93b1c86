using System.Globalization;
using System.Text;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>What strings of C# say.</summary>
internal static class CodeLiterals
{
    /// <summary>What stands between the quotes, as it is written.</summary>
    public static string ContentOf(string literal)
    {
        int open = literal.IndexOf('"', StringComparison.Ordinal), quotes = literal.AsSpan(open).IndexOfAnyExcept('"') is var run and >= 3 && !literal.StartsWith('@') ? run : 1;
        int close = literal.LastIndexOf('"') + 1 - quotes;
        return close >= open + quotes ? literal[(open + quotes)..close] : "";
    }

    /// <summary>What a string without holes says; null where that has escapes that are not known here, or goes over lines.</summary>
    public static string? ValueOf(string literal)
    {
        string content = ContentOf(literal);
        return content.Contains('\n', StringComparison.Ordinal) ? null
            : literal.StartsWith('@') ? content.Replace("\"\"", "\"", StringComparison.Ordinal)
            : literal.StartsWith("\"\"\"", StringComparison.Ordinal) || !content.Contains('\\', StringComparison.Ordinal) ? content
            : Unescaped(content);
    }

    private static string? Unescaped(string content)
    {
        var text = new StringBuilder(content.Length);
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] != '\\')
            {
                text.Append(content[i]);
                continue;
            }

            char? known = (++i < content.Length ? content[i] : '\0') switch { '\\' => '\\', '"' => '"', '\'' => '\'', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => null };
            if (known is null && content[i - 1] == '\\' && i + 4 < content.Length && content[i] == 'u' && ushort.TryParse(content.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                (known, i) = ((char)code, i + 4);
            }

            if (known is null)
            {
                return null;
            }

            text.Append(known);
        }

        return text.ToString();
    }
}
