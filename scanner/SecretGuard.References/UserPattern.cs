using System.Text.RegularExpressions;

namespace SecretGuard.References;

/// <summary>Regular expressions that users write: only such as take time in proportion to the text.</summary>
internal static class UserPattern
{
    /// <summary>Parses one. Throws <see cref="FormatException"/> where it is none, or cannot be used here.</summary>
    public static Regex Parse(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException error)
        {
            throw new FormatException($"'{pattern}' looks around, looks back or is atomic, which takes no bounded time; say the same without", error);
        }
        catch (RegexParseException error)
        {
            throw new FormatException($"'{pattern}' is no regular expression: it breaks at character {error.Offset + 1}", error);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"'{pattern}' is no regular expression", error);
        }
    }
}
