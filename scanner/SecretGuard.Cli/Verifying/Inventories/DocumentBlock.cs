using SecretGuard.References.Markdown;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>The lines of a document that are made of the declaration, between two comments that nobody sees when it is read.</summary>
/// <param name="kind">What they show.</param>
internal sealed class DocumentBlock(string kind)
{
    /// <summary>The line before them.</summary>
    public string Begin { get; } = $"<!-- secretguard:{kind} -->";

    /// <summary>The line behind them.</summary>
    public string End { get; } = $"<!-- /secretguard:{kind} -->";

    /// <summary>The document with other lines between the comments; line ends stay what they are. Comments in a fenced block are shown, not meant.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="UsageException">There is no such place in it, or more than one.</exception>
    public string Fill(string text, IEnumerable<string> lines, string name)
    {
        string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string[] all = text.Split('\n');
        bool[] isShown = [.. FencedLines.In(all)];
        int[] begins = Places(all, isShown, Begin), ends = Places(all, isShown, End);
        return (begins, ends) switch
        {
            ([], _) => throw new UsageException($"'{name}' has no line '{Begin}'; add it where they are to be, and '{End}' below it"),
            ([var begin], [var end]) when begin < end => string.Join('\n', [.. all[..(begin + 1)], .. lines.Select(line => newLine == "\n" ? line : line + "\r"), .. all[end..]]),
            ([_], []) => throw new UsageException($"'{name}' has no line '{End}' below line {begins[0] + 1}; nobody knows where they end"),
            _ => throw new UsageException($"'{name}' must have one line '{Begin}' and one line '{End}' below it; see lines {string.Join(", ", begins.Concat(ends).Order().Select(at => at + 1))}"),
        };
    }

    private static int[] Places(string[] lines, bool[] isShown, string mark) => [.. Enumerable.Range(0, lines.Length).Where(i => !isShown[i] && lines[i].Trim() == mark)];
}
