using System.Globalization;
using System.Text;

namespace SecretGuard.References.CSharp.Lexing;

/// <summary>What a literal of C# says.</summary>
internal static class LiteralText
{
    private const int Longest = 4 * 1024; // no name is longer

    /// <summary>The text of a string or a character; null for every other token, and where it is longer than any name.</summary>
    public static string? Of(CSharpTokens tokens, int index)
    {
        ReadOnlySpan<char> written = tokens[index] is TokenKind.Text or TokenKind.Verbatim or TokenKind.Raw or TokenKind.Character ? tokens.Written(index) : default;
        if (written.Length is 0 or > Longest)
        {
            return null;
        }

        ReadOnlySpan<char> quoted = written.TrimStart("$@");
        return tokens[index] switch
        {
            TokenKind.Raw => Raw(quoted),
            TokenKind.Verbatim => Between(quoted, 1).ToString().Replace("\"\"", "\"", StringComparison.Ordinal),
            _ => Unescape(Between(quoted, 1)),
        };
    }

    /// <summary>A part of a string with holes. Of raw strings only those in one line are told.</summary>
    public static string? OfPart(CSharpTokens tokens, int index, int interpolated)
    {
        int start = tokens.StartOf(interpolated);
        ReadOnlySpan<char> part = tokens.Written(index), opening = tokens.Text.AsSpan(start, Math.Min(5, tokens.Text.Length - start));
        bool isVerbatim = opening[0] == '@' || opening.TrimStart('$').StartsWith("@", StringComparison.Ordinal);
        if (part.Length > Longest)
        {
            return null;
        }

        if (!isVerbatim && opening.TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            return part.Contains('\n') ? null : part.ToString();
        }

        string text = isVerbatim ? part.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : Unescape(part);
        return text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Between(ReadOnlySpan<char> quoted, int quotes)
    {
        ReadOnlySpan<char> rest = quoted[Math.Min(quotes, quoted.Length)..];
        return rest.Length >= quotes && rest[^1] == quoted[0] ? rest[..^quotes] : rest; // one that is not closed ends with its line
    }

    /// <summary>Between the quotes; of several lines without the first and the last, and without what stands before the quotes of the last.</summary>
    private static string Raw(ReadOnlySpan<char> quoted)
    {
        int quotes = quoted.Length - quoted.TrimStart('"').Length;
        string text = Between(quoted, quotes).ToString();
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string indent = lines[^1];
        return string.Join("\n", lines[1..^1].Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line.TrimStart()));
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
        {
            return text.ToString();
        }

        var unescaped = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                unescaped.Append(text[i]);
                continue;
            }

            char escape = text[++i];
            int digits = escape switch { 'u' => 4, 'U' => 8, 'x' => DigitsIn(text[(i + 1)..]), _ => 0 };
            if (digits == 0)
            {
                unescaped.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', 'e' => '\u001b', _ => escape });
            }
            else if (i + digits < text.Length && int.TryParse(text.Slice(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && code is >= 0 and < 0x110000 and not (>= 0xD800 and < 0xE000))
            {
                unescaped.Append(char.ConvertFromUtf32(code));
                i += digits;
            }
        }

        return unescaped.ToString();
    }

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < Math.Min(4, text.Length) && char.IsAsciiHexDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
