using System.Text;
using SecretGuard.Findings;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>A word of a command without its quotes; <c>*</c> stands for what is not known before it runs.</summary>
/// <param name="source">The script.</param>
internal sealed class ShellWord(SourceText source)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _places = [];
    private int _end;

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>How long it is.</summary>
    public int Length => _text.Length;

    /// <summary>Whether some of it stood in quotes: such a one is no assignment.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>The variables whose values are parts of it, in the order of their places.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>Adds a character that stands at an index of the script.</summary>
    public void Add(char character, int at)
    {
        _text.Append(character);
        _places.Add(at);
    }

    /// <summary>Adds a part that is not known.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public void AddUnknown(int at, int end)
    {
        _end = end;
        if (_text.Length == 0 || _text[^1] != '*')
        {
            Add('*', at);
        }
    }

    /// <summary>Whether the text so far is a name that can be assigned to.</summary>
    public bool IsName()
    {
        for (int i = 0; i < _text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(_text[i]) && _text[i] != '_')
            {
                return false;
            }
        }

        return _text.Length > 0 && !char.IsAsciiDigit(_text[0]);
    }

    /// <summary>From its first character in the script to behind its last, quotes around it left out.</summary>
    public (int Start, int End) Range => (_places[0], Math.Max(_end, _places[^1] + 1));

    /// <summary>Its place, quotes around it left out.</summary>
    public Location Location => _places.Count == 0 ? source.At(0, 0) : source.At(Range.Start, Range.End - Range.Start);

    /// <summary>The place of what begins at one of its characters.</summary>
    public Location LocationFrom(int start) => source.At(_places[start], Range.End - _places[start]);

    /// <summary>The word as it is written, quotes around it left out.</summary>
    public string Raw => _places.Count == 0 ? "" : source.Text[Range.Start..Range.End];

    /// <summary>The place of some of its characters.</summary>
    public Location Place(int start, int length) => length == 0 ? source.At(start < _places.Count ? _places[start] : 0, 0) : source.At(_places[start], _places[start + length - 1] + 1 - _places[start]);
}

/// <summary>The end of a word: what follows the sign of an option, or all of it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Start">Where it begins in its text.</param>
internal sealed record ShellPiece(ShellWord Word, int Start)
{
    /// <summary>The text.</summary>
    public string Text { get; } = Word.Text[Start..];

    /// <summary>Where its text stands.</summary>
    public Location Place => Word.Place(Start, Text.Length);

    /// <summary>Where all of it stands, what is not known before it runs up to its end.</summary>
    public Location Location => Text.Length == 0 ? Place : Word.LocationFrom(Start);
}
