using Spectre.Console;
using Spectre.Console.Rendering;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>Lines of a screen, none wider than it.</summary>
/// <param name="options">How the console renders.</param>
/// <param name="width">The width, in cells.</param>
internal sealed class ScreenLines(RenderOptions options, int width)
{
    private readonly List<SegmentLine> _lines = [];

    /// <summary>The width, in cells.</summary>
    public int Width { get; } = width;

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>The lines.</summary>
    public IReadOnlyList<SegmentLine> Lines => _lines;

    /// <summary>Lines of the same width.</summary>
    public ScreenLines Empty() => new(options, Width);

    /// <summary>Adds a line; what does not fit is cut off.</summary>
    public void Add(params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var line = new SegmentLine();
        int left = Width;
        foreach ((string text, Style style) in parts)
        {
            string fitting = Cells.Start(text, left);
            left -= Cells.Count(fitting);
            if (fitting.Length > 0)
            {
                line.Add(new Segment(fitting, style));
            }
        }

        _lines.Add(line);
    }

    /// <summary>Adds a line of one style.</summary>
    public void Add(string text, Style? style = null) => Add((text, style ?? Style.Plain));

    /// <summary>Adds a rule.</summary>
    public void AddRule() => Add(new string('─', Width), Styles.Faint);

    /// <summary>Adds a text that is wrapped between words, behind a label in the margin; lines beyond the most are left out.</summary>
    public void AddWrapped(string label, string text, int most)
    {
        int room = Math.Max(1, Width - label.Length);
        IRenderable paragraph = new Paragraph(text);
        List<SegmentLine> wrapped = Segment.SplitLines(paragraph.Render(options, room), room);
        for (int i = 0; i < Math.Min(most, wrapped.Count); i++)
        {
            string line = string.Concat(wrapped[i].Select(segment => segment.Text)).TrimEnd();
            bool isCut = i == most - 1 && wrapped.Count > most;
            Add((i == 0 ? label : new string(' ', label.Length), Styles.Faint), (isCut ? Cells.Start($"{line}{Cells.Ellipsis} ", room) : line, Style.Plain));
        }
    }

    /// <summary>Adds the lines of others.</summary>
    public void Add(ScreenLines other) => _lines.AddRange(other._lines);

    /// <summary>Cuts off what does not fit, or fills up with empty lines.</summary>
    public void SetHeight(int height)
    {
        height = Math.Max(0, height);
        if (_lines.Count > height)
        {
            _lines.RemoveRange(height, _lines.Count - height);
        }

        while (_lines.Count < height)
        {
            Add("");
        }
    }
}
