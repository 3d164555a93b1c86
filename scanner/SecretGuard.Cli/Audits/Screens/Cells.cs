using System.Text;
using Spectre.Console.Rendering;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>Measures and cuts text by the cells that it takes on a terminal.</summary>
internal static class Cells
{
    public const char Ellipsis = '…';

    /// <summary>How many cells a text takes.</summary>
    public static int Count(string text) => new Segment(text).CellCount();

    /// <summary>The start of a text, with an ellipsis where it does not fit.</summary>
    public static string Start(string text, int cells)
    {
        if (Count(text) <= cells)
        {
            return text;
        }

        var cut = new StringBuilder();
        int left = cells - 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            left -= Count(rune.ToString());
            if (left < 0)
            {
                break;
            }

            cut.Append(rune);
        }

        return cells <= 0 ? "" : cut.Append(Ellipsis).ToString();
    }

    /// <summary>The end of a text, with an ellipsis where it does not fit.</summary>
    public static string End(string text, int cells)
    {
        if (Count(text) <= cells)
        {
            return text;
        }

        int left = cells - 1, from = text.Length;
        while (from > 0)
        {
            int length = from > 1 && char.IsLowSurrogate(text[from - 1]) ? 2 : 1;
            left -= Count(text.Substring(from - length, length));
            if (left < 0)
            {
                break;
            }

            from -= length;
        }

        return cells <= 0 ? "" : Ellipsis + text[from..];
    }
}
