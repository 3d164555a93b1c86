using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using Spectre.Console;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>The lines around a secret, the secret marked. What a terminal would obey is shown as an escape.</summary>
internal static class SourceView
{
    /// <summary>Makes the lines.</summary>
    /// <param name="screen">Takes them.</param>
    /// <param name="source">What stands in the file.</param>
    /// <param name="finding">The secret.</param>
    /// <param name="around">Lines to show before and after it.</param>
    /// <param name="height">How many lines there is room for.</param>
    public static void Add(ScreenLines screen, SourceLines source, Finding finding, int around, int height)
    {
        if (source.Hindrance is { } hindrance)
        {
            screen.Add(VisibleText.Of(finding.Excerpt.Text));
            screen.Add($"({hindrance})", Styles.Faint);
            return;
        }

        Location place = finding.Location;
        int last = Math.Min(source.First + source.Lines.Count - 1, place.EndLine + around);
        int gutter = Math.Max(3, last.ToString(CultureInfo.InvariantCulture).Length);
        ScreenLines all = screen.Empty();
        int focus = 0;
        for (int number = Math.Max(source.First, place.StartLine - around); number <= last; number++)
        {
            string line = source.Lines[number - source.First];
            bool isMarked = number >= place.StartLine && number <= place.EndLine;
            string margin = $"{(isMarked ? '>' : ' ')} {number.ToString(CultureInfo.InvariantCulture).PadLeft(gutter)} │ ";
            if (!isMarked)
            {
                all.Add((margin, Styles.Faint), (Visible(line.Length > screen.Width ? line[..screen.Width] : line), Style.Plain));
                continue;
            }

            focus = number == place.StartLine ? all.Count : focus;
            AddMarked(all, margin, line, place, number, finding.Preview);
        }

        AddAround(screen, all, focus, height);
    }

    private static void AddMarked(ScreenLines all, string margin, string line, Location place, int number, string preview)
    {
        int start = number == place.StartLine ? Math.Min(line.Length, place.StartColumn - 1) : 0;
        int end = number == place.EndLine ? Math.Clamp(place.EndColumn - 1, start, line.Length) : line.Length;
        int width = Math.Max(1, all.Width - margin.Length);

        // A line may be the whole file: only what can be seen of it is looked at.
        string before = Visible(line[Math.Max(0, start - width)..start]), secret = Visible(line[start..Math.Min(end, start + width)]), after = Visible(line[end..Math.Min(line.Length, end + width)]);
        before = start > width ? Cells.Ellipsis + before : before;
        int room = Math.Max(width / 6, width - Cells.Count(secret) - Math.Min(Cells.Count(after), width / 6));
        before = Cells.End(before, Math.Min(room, width - 1));
        int indent = Cells.Count(before);
        secret = Cells.Start(secret, width - indent);
        all.Add((margin, Styles.Faint), (before, Style.Plain), (secret, Styles.Secret), (after, Style.Plain));
        if (number == place.StartLine)
        {
            string blank = new(' ', margin.Length - 2 + indent);
            all.Add((blank[..(margin.Length - 2)] + "│ " + blank[(margin.Length - 2)..], Styles.Faint), (new string('^', Cells.Count(secret)), Styles.Faint), ($" {preview}", Styles.Faint));
        }
    }

    /// <summary>As many lines as there is room for, those of the secret in the middle of them.</summary>
    private static void AddAround(ScreenLines screen, ScreenLines all, int focus, int height)
    {
        int from = Math.Clamp(focus - (height - 1) / 2, 0, Math.Max(0, all.Count - height));
        ScreenLines part = screen.Empty();
        for (int i = from; i < Math.Min(all.Count, from + height); i++)
        {
            part.Add([.. all.Lines[i].Select(segment => (segment.Text, segment.Style))]);
        }

        screen.Add(part);
    }

    private static string Visible(string text) => VisibleText.Of(text.Replace("\t", "    ", StringComparison.Ordinal));
}
