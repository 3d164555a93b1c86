namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>Lines of ours in a file of somebody else's, between two comments by which they are found again.</summary>
internal static class MarkedBlock
{
    private const string Begin = "# >>> secretguard (install-hook wrote this, install-hook --uninstall takes it out)";
    private const string End = "# <<< secretguard";
    private const string BeginMark = "# >>> secretguard", EndMark = "# <<< secretguard";

    /// <summary>The lines with both comments, under an indentation.</summary>
    public static string[] Of(IEnumerable<string> lines, string indent = "") => [.. lines.Prepend(Begin).Append(End).Select(line => line.Length == 0 ? "" : indent + line)];

    /// <summary>Whether a text has lines of ours.</summary>
    public static bool IsIn(string text) => Lines(text).Any(line => IsMark(line, BeginMark));

    /// <summary>A text with lines put in.</summary>
    /// <param name="text">The text, which may end without a line end.</param>
    /// <param name="at">The number of the line, from 0, that comes behind them.</param>
    /// <param name="lines">What to put in.</param>
    public static string Insert(string text, int at, string[] lines)
    {
        string[] all = Lines(text);
        return string.Join('\n', [.. all[..at], .. lines, .. all[at..], ""]);
    }

    /// <summary>A text without lines of ours. Where the second comment is gone, nothing is taken out: nobody knows how far they went.</summary>
    public static string Remove(string text)
    {
        var kept = new List<string>();
        string[] lines = Lines(text);
        for (int i = 0; i < lines.Length; i++)
        {
            int end = IsMark(lines[i], BeginMark) ? Array.FindIndex(lines, i, line => IsMark(line, EndMark)) : -1;
            if (end < 0)
            {
                kept.Add(lines[i]);
            }

            i = Math.Max(i, end);
        }

        return kept.Count == 0 ? "" : string.Join('\n', kept) + "\n";
    }

    /// <summary>The lines of a text, without an empty one behind its last line end.</summary>
    public static string[] Lines(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static bool IsMark(string line, string mark) => line.TrimStart().StartsWith(mark, StringComparison.Ordinal);
}
