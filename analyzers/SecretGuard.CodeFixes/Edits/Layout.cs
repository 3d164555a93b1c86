using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>How a text is laid out: what is added must look as if it had always been there.</summary>
internal sealed class Layout
{
    private readonly SourceText _text;

    public Layout(SourceText text)
    {
        _text = text;
        TextLine first = text.Lines[0];
        LineBreak = first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : Environment.NewLine;
        Step = text.Lines.Select(line => IndentAt(line.Start)).FirstOrDefault(indent => indent.Length > 0) switch
        {
            null => "    ",
            _ when text.Lines.Any(line => line.End > line.Start && text[line.Start] == '\t') => "\t",
            { Length: 2 } => "  ",
            _ => "    ",
        };
    }

    /// <summary>What ends a line here.</summary>
    public string LineBreak { get; }

    /// <summary>One step of indentation.</summary>
    public string Step { get; }

    /// <summary>The blanks that begin the line of a position.</summary>
    public string IndentAt(int position)
    {
        TextLine line = _text.Lines.GetLineFromPosition(position);
        int end = line.Start;
        while (end < line.End && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether only blanks stand before a position on its line.</summary>
    public bool IsFirstOnLine(int position) => _text.Lines.GetLineFromPosition(position).Start + IndentAt(position).Length >= position;

    /// <summary>Whether two positions are on one line.</summary>
    public bool AreOnOneLine(int first, int second) => _text.Lines.GetLineFromPosition(first).LineNumber == _text.Lines.GetLineFromPosition(second).LineNumber;

    /// <summary>Where the line of a position ends, before its line break.</summary>
    public int LineEnd(int position) => _text.Lines.GetLineFromPosition(position).End;

    /// <summary>Where the line of a position begins.</summary>
    public int LineStart(int position) => _text.Lines.GetLineFromPosition(position).Start;
}
