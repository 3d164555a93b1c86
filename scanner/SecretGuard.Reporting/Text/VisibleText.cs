using System.Globalization;
using System.Text;

namespace SecretGuard.Reporting;

/// <summary>
/// Makes text of a scanned repository (paths, lines, names) safe to print: what a terminal would obey, what reorders or breaks the line,
/// and what a CI log takes for a command is shown as an escape (<c>\u202E</c>) instead.
/// </summary>
public static class VisibleText
{
    /// <summary>Agents of Azure Pipelines, GitHub Actions and TeamCity look for these anywhere in a log line.</summary>
    private static readonly string[] LogCommands = ["##vso[", "##[", "##teamcity["];

    /// <summary>The text on one line, with nothing in it that acts.</summary>
    public static string Of(string text)
    {
        // GitHub Actions takes a line for a command that begins with two colons.
        bool command = text.AsSpan().TrimStart().StartsWith("::", StringComparison.Ordinal) || LogCommands.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        return command || NeedsEscape(text) ? Escape(text) : text;
    }

    /// <summary>Whether a character may stand in a line that people read.</summary>
    public static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => !IsDirectional(rune.Value),
        _ => true,
    };

    private static bool IsDirectional(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool NeedsEscape(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int length) != System.Buffers.OperationStatus.Done || !IsPlain(rune))
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        bool started = false;
        for (int i = 0; i < text.Length;)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            bool command = IsCommand(text, i, started);
            if (whole && IsPlain(rune) && !command)
            {
                safe.Append(text, i, length);
            }
            else
            {
                safe.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }

            started |= !char.IsWhiteSpace(text[i]);
            i += length;
        }

        return safe.ToString();
    }

    private static bool IsCommand(string text, int at, bool started) => text[at] switch
    {
        '#' => LogCommands.Any(mark => string.Compare(text, at, mark, 0, mark.Length, StringComparison.OrdinalIgnoreCase) == 0),
        ':' => !started && at + 1 < text.Length && text[at + 1] == ':',
        _ => false,
    };
}
