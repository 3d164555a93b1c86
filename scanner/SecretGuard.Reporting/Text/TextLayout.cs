using System.Text;

namespace SecretGuard.Reporting;

/// <summary>Fits text into the columns of a terminal, so that no line wraps under another's marks.</summary>
/// <param name="columns">The terminal's width, or 0 where nobody knows it: then nothing is cut or broken.</param>
internal sealed class TextLayout(int columns)
{
    /// <summary>Below this many columns a line is no longer readable: then the terminal may wrap it.</summary>
    private const int Fewest = 24;

    /// <summary>Whether a text fits on one line.</summary>
    public bool Fits(string text) => columns == 0 || DisplayWidth.Of(text) <= columns;

    /// <summary>
    /// What stands before and after a mask, cut so that both lines fit: the one with the text, and the one with the marks and
    /// <paramref name="remark"/> under it.
    /// </summary>
    public (string Before, string After) Around(string before, string mask, string after, string remark, int indent)
    {
        int room = columns - indent;
        if (columns == 0 || room < Fewest)
        {
            return (before, after);
        }

        int masked = DisplayWidth.Of(mask);
        string shortBefore = End(before, room - masked - 1 - DisplayWidth.Of(remark));
        return (shortBefore, Beginning(after, room - masked - DisplayWidth.Of(shortBefore)));
    }

    /// <summary>The lines of a text that is broken between words.</summary>
    public IEnumerable<string> Wrap(string text, int indent)
    {
        int room = columns - indent;
        if (columns == 0 || room < Fewest || DisplayWidth.Of(text) <= room)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && DisplayWidth.Of(line.ToString()) + 1 + DisplayWidth.Of(word) > room)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static string Beginning(string text, int room) => DisplayWidth.Of(text) <= room ? text : string.Concat(Take(text.EnumerateRunes(), room - 1)) + "…";

    private static string End(string text, int room) =>
        DisplayWidth.Of(text) <= room ? text : "…" + string.Concat(Take(text.EnumerateRunes().Reverse(), room - 1).Reverse());

    private static IEnumerable<Rune> Take(IEnumerable<Rune> runes, int room)
    {
        foreach (Rune rune in runes)
        {
            room -= DisplayWidth.Of(rune);
            if (room < 0)
            {
                yield break;
            }

            yield return rune;
        }
    }
}
