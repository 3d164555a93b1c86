using SecretGuard.Findings;
using SecretGuard.References.Yaml;

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
    private readonly IReadOnlyList<int>? _columnsOfLines;
    private int[]? _starts;

    /// <summary>A whole file. <paramref name="path"/> is relative to the root, with <c>/</c>.</summary>
    public SourceText(string path, string text)
        : this(path, text, 0, 0, null)
    {
    }

    private SourceText(string path, string text, int linesBefore, int columnsBefore, Location? whole, IReadOnlyList<int>? columnsOfLines = null)
    {
        Path = path;
        Text = text;
        SyntaxPath = path;
        _linesBefore = linesBefore;
        _columnsBefore = columnsBefore;
        _whole = whole;
        _columnsOfLines = columnsOfLines;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether this is a part of a file: its path says nothing about its syntax.</summary>
    public bool IsPart { get; private init; }

    /// <summary>Whether this is what a template was flattened to: lines that it makes may be missing.</summary>
    public bool IsTemplate { get; private init; }

    /// <summary>The language that a part says it is of, in lower case: <c>yaml</c>. Null where none is said, as for whole files.</summary>
    public string? Language { get; private init; }

    /// <summary>The syntax that runs a part as a script, by the name of its extractor: <c>github-actions</c>. Null where it is no step of anything.</summary>
    public string? Holder { get; private init; }

    /// <summary>What runs a part as a script is called, the nearest first: the environment that a job deploys to, the job, its stage.</summary>
    public IReadOnlyList<string> RunBy { get; private init; } = [];

    /// <summary>The variables of secrets that whoever runs a part as a script hands it in its environment, as far as that is known.</summary>
    public IReadOnlyList<string> Given { get; private init; } = [];

    /// <summary>The path that tells the syntax: the file's own; of a part the one that a comment in it names, else an empty text.</summary>
    public string SyntaxPath { get; private init; }

    /// <summary>The last segment of <see cref="SyntaxPath"/>.</summary>
    public string FileName => SyntaxPath[(SyntaxPath.LastIndexOf('/') + 1)..];

    /// <summary>Whether it is a block of a document.</summary>
    public bool IsFenced { get; private init; }

    /// <summary>Whether nobody says what this part is.</summary>
    public bool IsGuess => IsPart && Language is null && FileName.Length == 0;

    /// <summary>Whether this may be YAML: by the end of its path, or as a part that is said to be, or of which nothing is said.</summary>
    public bool IsYaml => IsPart && Language is not null ? Language is "yaml" or "yml" or "kubernetes" or "k8s" or "helm" or "gotmpl" or "compose" : HasEnd(".yaml", ".yml") || IsGuess;

    /// <summary>A part of this text in which nothing is escaped: its lines are these lines, all moved to the left by as many characters.</summary>
    /// <param name="text">The part.</param>
    /// <param name="linesBefore">How many lines of this text stand before it.</param>
    /// <param name="columnsBefore">How many characters of every line stand before it.</param>
    public SourceText Part(string text, int linesBefore, int columnsBefore) =>
        new(Path, text, _linesBefore + linesBefore, _columnsBefore + columnsBefore, _whole, _columnsOfLines is null ? null : [.. _columnsOfLines.Skip(linesBefore)]) { IsPart = true, SyntaxPath = "" };

    /// <summary>Some characters of this text, as they are.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">Behind the last.</param>
    public SourceText Range(int start, int end)
    {
        int line = LinesBefore(start), before = start - IndexOf(line + 1, 1);
        string text = Text[start..end];
        int[] columns = [.. Enumerable.Range(0, text.AsSpan().Count('\n') + 1).Select(i => (i == 0 ? before : 0) + (_columnsOfLines is not null && line + i < _columnsOfLines.Count ? _columnsOfLines[line + i] : 0))];
        return new SourceText(Path, text, _linesBefore + line, _columnsBefore, _whole, columns) { IsPart = true, SyntaxPath = "" };
    }

    /// <summary>This template with what it becomes as YAML, each character at its place.</summary>
    internal SourceText Flattened(string text) => new(Path, text, _linesBefore, _columnsBefore, _whole, _columnsOfLines) { IsPart = true, SyntaxPath = "", IsTemplate = TemplateText.IsOne(Text) };

    /// <summary>A part whose lines are these lines, each moved to the left on its own: a fenced block.</summary>
    /// <param name="text">The part.</param>
    /// <param name="linesBefore">How many lines of this text stand before it.</param>
    /// <param name="columnsOfLines">How many characters stand before each of its lines.</param>
    /// <param name="language">What it says it is, or null.</param>
    /// <param name="path">The path that it says it has, or an empty text.</param>
    public SourceText Block(string text, int linesBefore, IReadOnlyList<int> columnsOfLines, string? language, string path) =>
        new(Path, text, _linesBefore + linesBefore, _columnsBefore, _whole, columnsOfLines) { IsPart = true, IsFenced = true, Language = language, SyntaxPath = path };

    /// <summary>This part, of which its place says the language, and what runs it, with which variables of secrets, under which names.</summary>
    public SourceText As(string language, string? holder = null, IReadOnlyList<string>? given = null, IReadOnlyList<string>? runBy = null) =>
        new(Path, Text, _linesBefore, _columnsBefore, _whole, _columnsOfLines) { IsPart = true, Language = language, SyntaxPath = "", Holder = holder, Given = given ?? [], RunBy = runBy ?? [] };

    /// <summary>Whether <see cref="SyntaxPath"/> ends in one of these, whatever the case.</summary>
    public bool HasEnd(params ReadOnlySpan<string> ends)
    {
        foreach (string end in ends)
        {
            if (SyntaxPath.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A part that stands in one place as a whole, written in some other way: a string with escapes.</summary>
    public SourceText Quoted(string text, Location whole) => new(Path, text, 0, 0, whole) { IsPart = true, SyntaxPath = "" };

    /// <summary>The place of a range of characters.</summary>
    public Location At(int start, int length)
    {
        (int line, int column) = PositionOf(start);
        (int endLine, int endColumn) = PositionOf(start + length);
        return At(line, column, endLine, endColumn);
    }

    /// <summary>The place between two positions of this text, 1-based, the end exclusive.</summary>
    public Location At(int line, int column, int endLine, int endColumn) =>
        _whole ?? new Location(Path, line + _linesBefore, column + Columns(line), endLine + _linesBefore, endColumn + Columns(endLine));

    /// <summary>The index of a position in this text, 1-based; never beyond its end.</summary>
    public int IndexOf(int line, int column)
    {
        int[] starts = Starts();
        return line < 1 ? 0 : line > starts.Length ? Text.Length : Math.Min(Text.Length, starts[line - 1] + Math.Max(0, column - 1));
    }

    /// <summary>How many lines stand before a character, of this text.</summary>
    public int LinesBefore(int index) => PositionOf(index).Line - 1;

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

    private int Columns(int line) => _columnsBefore + (_columnsOfLines is not null && line >= 1 && line <= _columnsOfLines.Count ? _columnsOfLines[line - 1] : 0);

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
