using System.Text;
using System.Text.RegularExpressions;

namespace SecretGuard.References.Yaml;

/// <summary>
/// Strings in double quotes that go on at the indentation of their key, or before it. Other readers take them, for the quotes say where they end; the parser refuses them.
/// </summary>
internal static class QuotedLines
{
    private static readonly Regex Opening = new("""^(?<indent> *(?:- +)*)[^\s#'"{\[][^\n"']*:[ \t]+"(?:[^"\\\n]|\\[^\n])*\\?\r?$""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Closing = new("""^(?:[^"\\]|\\.)*"\s*(?:#.*)?$""", RegexOptions.NonBacktracking | RegexOptions.Singleline);

    /// <summary>The text with such lines moved to the right, which changes no string: what stands in front of its lines is no part of it.</summary>
    public static string Indented(string text)
    {
        var moved = new StringBuilder(text.Length);
        int? indent = null;
        foreach (string line in text.Split('\n'))
        {
            int blanks = line.Length - line.TrimStart(' ').Length;
            if (indent is { } least)
            {
                moved.Append(' ', Math.Max(0, least + 1 - blanks));
                indent = Closing.IsMatch(line) ? null : indent;
            }
            else if (Opening.Match(line) is { Success: true } opening)
            {
                indent = opening.Groups["indent"].Length;
            }

            moved.Append(line).Append('\n');
        }

        return moved.ToString(0, moved.Length - 1);
    }
}
