using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SecretGuard.DetectSecrets.Filters;

/// <summary>
/// A regular expression as Python reads it, with the meaning of <c>re.search</c>. It runs in linear time where it can; with look-around
/// or backreferences it runs with backtracking, under a time limit for each text.
/// </summary>
internal sealed class PythonPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly SearchValues<char> Flags = SearchValues.Create("aiLmsux");

    private readonly string _source;
    private readonly string _origin;
    private readonly Regex _regex;

    private PythonPattern(string source, string origin, Regex regex)
    {
        _source = source;
        _origin = origin;
        _regex = regex;
    }

    /// <summary>Reads a pattern. <paramref name="origin"/> says where it stands, for messages.</summary>
    /// <exception cref="UnsupportedUseException">It is wrong, or uses what there is no counterpart for.</exception>
    public static PythonPattern Parse(string source, string origin)
    {
        string translated = Translate(source, origin);
        try
        {
            return new PythonPattern(source, origin, Compile(translated));
        }
        catch (ArgumentException error)
        {
            throw new UnsupportedUseException($"{origin}: '{source}' is no regular expression: {error.Message}");
        }
    }

    /// <summary>Whether the pattern stands anywhere in the text.</summary>
    /// <exception cref="UnsupportedUseException">The time limit was hit.</exception>
    public bool Search(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new UnsupportedUseException($"{_origin}: '{_source}' takes too long on some text; write it without look-around and backreferences, or make it simpler");
        }
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }

    /// <summary>Python's notation in the framework's.</summary>
    private static string Translate(string source, string origin)
    {
        var output = new StringBuilder(source.Length);
        bool inClass = false;
        for (int i = 0; i < source.Length; i++)
        {
            ReadOnlySpan<char> rest = source.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                i += AppendEscape(output, rest, inClass);
            }
            else if (inClass)
            {
                // A bracket inside would subtract a class here; to Python it is a character.
                output.Append(rest[0] == '[' ? "\\[" : rest[..1]);
                inClass = rest[0] != ']';
            }
            else if (rest[0] == '[')
            {
                int length = rest.StartsWith("[^]") ? 3 : rest.StartsWith("[]") || rest.StartsWith("[^") ? 2 : 1;
                output.Append(rest[..length]);
                inClass = true;
                i += length - 1;
            }
            else
            {
                i += AppendPlain(output, rest, source, origin);
            }
        }

        return output.ToString();
    }

    /// <summary>What stands outside of classes; how many further characters were taken.</summary>
    private static int AppendPlain(StringBuilder output, ReadOnlySpan<char> rest, string source, string origin)
    {
        if (rest.StartsWith("(?P="))
        {
            int end = rest.IndexOf(')');
            output.Append("\\k<").Append(rest[4..Math.Max(4, end)]).Append('>');
            return Math.Max(0, end);
        }

        if (rest.StartsWith("(?P<"))
        {
            output.Append("(?<");
            return 3;
        }

        if (rest.StartsWith("(?P") || rest.StartsWith("++") || rest.StartsWith("*+") || rest.StartsWith("?+") || rest.StartsWith("}+"))
        {
            throw new UnsupportedUseException($"{origin}: '{source}' uses '{(rest[0] == '(' ? "(?P" : "possessive repetition")}', which is not supported here; write it in another way");
        }

        if (rest.StartsWith("{,") && rest.Length > 2 && char.IsAsciiDigit(rest[2]))
        {
            output.Append("{0");
            return 0;
        }

        if (rest.StartsWith("(?") && rest[2..].IndexOfAnyExcept(Flags) is > 0 and int flags && rest[2 + flags] is ')' or ':')
        {
            // Which characters are letters is not for a flag to say here: all of Unicode's are, as in Python.
            output.Append("(?").Append(rest.Slice(2, flags).ToString().Replace("a", "", StringComparison.Ordinal).Replace("L", "", StringComparison.Ordinal).Replace("u", "", StringComparison.Ordinal));
            return flags + 1;
        }

        output.Append(rest[0]);
        return 0;
    }

    private static int AppendEscape(StringBuilder output, ReadOnlySpan<char> rest, bool inClass)
    {
        if (rest[1] == 'Z' && !inClass)
        {
            output.Append("\\z");
            return 1;
        }

        if (rest[1] == 'U' && rest.Length >= 10 && int.TryParse(rest[2..10], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int codePoint) && Rune.IsValid(codePoint))
        {
            output.Append(Regex.Escape(new Rune(codePoint).ToString()));
            return 9;
        }

        output.Append(rest[..2]);
        return 1;
    }
}
