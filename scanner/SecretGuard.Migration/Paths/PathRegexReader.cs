using System.Text;

namespace SecretGuard.Migration;

/// <summary>Reads the part of a regular expression that globs can say: literals, classes of one character, groups, <c>?</c>, <c>.*</c> and <c>[^/]*</c>.</summary>
/// <param name="source">The expression, without what anchors its beginning.</param>
/// <param name="ignoresCase">Whether letters stand for both cases.</param>
internal sealed class PathRegexReader(string source, bool ignoresCase)
{
    /// <summary>Stands at the end of a text that the expression anchors there.</summary>
    public const char End = '\u0003';

    private const int Most = 64;

    private int _at;

    /// <summary>Globs of which one must match, not anchored at their beginnings.</summary>
    /// <exception cref="FormatException">The expression says what no glob can.</exception>
    public List<string> Read()
    {
        List<string> read = ReadChoice();
        return _at == source.Length && read.TrueForAll(text => text.IndexOf(End, StringComparison.Ordinal) is var at && (at < 0 || at == text.Length - 1)) ? read : throw new FormatException();
    }

    private List<string> ReadChoice()
    {
        List<string> all = ReadSequence();
        while (_at < source.Length && source[_at] == '|')
        {
            _at++;
            all.AddRange(ReadSequence());
        }

        return all.Count <= Most ? all : throw new FormatException();
    }

    private List<string> ReadSequence()
    {
        List<string> sum = [""];
        while (_at < source.Length && source[_at] is not ('|' or ')'))
        {
            List<string> next = ReadRepeated();
            sum = [.. from before in sum from after in next from joined in Joined(before, after) select joined];
            if (sum.Count > Most)
            {
                throw new FormatException();
            }
        }

        return sum;
    }

    private List<string> ReadRepeated()
    {
        bool isAny = source[_at] == '.';
        bool isName = string.CompareOrdinal(source, _at, "[^/]", 0, 4) == 0;
        if (isName)
        {
            _at += 4;
        }

        List<string> one = isName ? ["?"] : ReadOne();
        char sign = _at < source.Length ? source[_at] : '\0';
        if (sign is not ('*' or '+' or '?'))
        {
            return sign == '{' ? throw new FormatException() : one;
        }

        _at++;
        if (_at < source.Length && source[_at] is '?' or '+')
        {
            // Lazy or possessive: the same paths match.
            _at++;
        }

        return sign == '?' ? [.. one, ""]
            : isName ? [sign == '+' ? "?*" : "*"]
            : isAny ? [sign == '+' ? AnythingButNothing : Anything]
            : throw new FormatException();
    }

    // Held back until it is known what stands before.
    private const string Anything = "\u0001", AnythingButNothing = "\u0002";

    /// <summary>Behind a slash any number of folders may follow; elsewhere the name goes on first, with or without folders behind it.</summary>
    private static string[] Joined(string before, string after) => after switch
    {
        Anything when before.Length == 0 || before.EndsWith('/') => [before + "**/*"],
        AnythingButNothing when before.Length == 0 || before.EndsWith('/') => [before + "**/?*"],
        Anything => [before + "*", before + "*/**/*"],
        AnythingButNothing => [before + "?*", before + "*/**/*"],
        _ when before.Length > 0 && !before.EndsWith('/') && after.StartsWith("**/", StringComparison.Ordinal) => throw new FormatException(),
        _ => [before + after],
    };

    private List<string> ReadOne()
    {
        char c = source[_at++];
        switch (c)
        {
            case '(':
                return ReadGroup();
            case '[':
                return [ReadClass()];
            case '\\' when _at < source.Length:
                return [ReadEscape(source[_at++])];
            case '.':
                return ["?"];
            case '$':
                return [End.ToString()];
            case '^' or '*' or '+' or '?' or '{' or '\\':
                throw new FormatException();
            default:
                return [Literal(c)];
        }
    }

    private List<string> ReadGroup()
    {
        if (_at < source.Length && source[_at] == '?')
        {
            _at += string.CompareOrdinal(source, _at, "?:", 0, 2) == 0 ? 2 : throw new FormatException();
        }

        List<string> inside = ReadChoice();
        return _at < source.Length && source[_at++] == ')' ? inside : throw new FormatException();
    }

    private string ReadClass()
    {
        int close = source.IndexOf(']', Math.Min(source.Length, _at + 1));
        string members = close < 0 ? "" : source[_at..close].Replace("\\.", ".", StringComparison.Ordinal).Replace("\\d", "0-9", StringComparison.Ordinal).Replace("\\w", "0-9A-Za-z_", StringComparison.Ordinal);
        if (members.Length == 0 || members[0] is '^' or '!' || members.AsSpan().IndexOfAny('\\', '/', '[') >= 0)
        {
            throw new FormatException();
        }

        _at = close + 1;
        return ignoresCase ? $"[{members.ToLowerInvariant()}{members.ToUpperInvariant()}]" : $"[{members}]";
    }

    private string ReadEscape(char c) => c switch
    {
        'd' => "[0-9]",
        'w' => "[0-9A-Za-z_]",
        'z' or 'Z' => End.ToString(),
        _ when char.IsAsciiLetterOrDigit(c) => throw new FormatException(),
        _ => Literal(c),
    };

    private string Literal(char c) =>
        c is '*' or '?' or '[' or ']' or '{' or '}' or '\\' ? $"\\{c}"
        : ignoresCase && char.IsAsciiLetter(c) ? $"[{char.ToLowerInvariant(c)}{char.ToUpperInvariant(c)}]"
        : c.ToString();
}
