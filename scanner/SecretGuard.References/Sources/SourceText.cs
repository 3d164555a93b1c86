using SecretGuard.Findings;

namespace SecretGuard.References.Sources;

/// <summary>
/// A text that may name secrets, and where it stands: a whole file, or a part of one that is a text of its own (a fenced block, a string that holds YAML). Places in
/// the part are told as places in the file.
/// </summary>
public sealed class SourceText
{
    private readonly int _linesBefore;
    private readonly int _columnsBefore;
    private readonly Location? _whole;
    private int[]? _starts;

    /// <summary>A whole file. <paramref name="path"/> is relative to the root, with <c>/</c>.</summary>
    public SourceText(string path, string text)
        : this(path, text, 0, 0, null)
    {
    }

    private SourceText(string path, string text, int linesBefore, int columnsBefore, Location? whole)
    {
        Path = path;
        Text = text;
        _linesBefore = linesBefore;
        _columnsBefore = columnsBefore;
        _whole = whole;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The last segment of the path.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether this is a part of a file: its path says nothing about its syntax.</summary>
    public bool IsPart { get; private init; }

    /// <summary>A part of this text in which nothing is escaped: its lines are these lines, all moved to the left by as many characters.</summary>
    /// <param name="text">The part.</param>
    /// <param name="linesBefore">How many lines of this text stand before it.</param>
    /// <param name="columnsBefore">How many characters of every line stand before it.</param>
    public SourceText Part(string text, int linesBefore, int columnsBefore) =>
        new(Path, text, _linesBefore + linesBefore, _columnsBefore + columnsBefore, _whole) { IsPart = true };

    /// <summary>A part that stands in one place as a whole, written in some other way: a string with escapes.</summary>
    public SourceText Quoted(string text, Location whole) => new(Path, text, 0, 0, whole) { IsPart = true };

    /// <summary>The place of a range of characters.</summary>
    public Location At(int start, int length)
    {
        (int line, int column) = PositionOf(start);
        (int endLine, int endColumn) = PositionOf(start + length);
        return At(line, column, endLine, endColumn);
    }

    /// <summary>The place between two positions of this text, 1-based, the end exclusive.</summary>
    public Location At(int line, int column, int endLine, int endColumn) =>
        _whole ?? new Location(Path, line + _linesBefore, column + _columnsBefore, endLine + _linesBefore, endColumn + _columnsBefore);

    /// <summary>A line of this text, without its end.</summary>
    /// <param name="line">1-based; an empty text where there is no such line.</param>
    public ReadOnlySpan<char> Line(int line)
    {
        int[] starts = Starts();
        if (line < 1 || line > starts.Length)
        {
            return default;
        }

        int end = line < starts.Length ? starts[line] : Text.Length;
        return Text.AsSpan(starts[line - 1], end - starts[line - 1]).TrimEnd("\r\n");
    }

    private (int Line, int Column) PositionOf(int index)
    {
        int[] starts = Starts();
        int at = Array.BinarySearch(starts, index);
        int line = at < 0 ? ~at : at + 1;
        return (line, index - starts[line - 1] + 1);
    }

    private int[] Starts()
    {
        if (_starts is null)
        {
            var starts = new List<int> { 0 };
            for (int i = Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = Text.IndexOf('\n', i + 1))
            {
                starts.Add(i + 1);
            }

            _starts = [.. starts];
        }

        return _starts;
    }
}
