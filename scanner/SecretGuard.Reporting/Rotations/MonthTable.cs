using System.Globalization;

namespace SecretGuard.Reporting;

/// <summary>One month as a table of weeks.</summary>
internal static class MonthTable
{
    private const int Week = 7;

    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Writes it.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="marks">By the day of the month, what happens on it and of which class that is.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(DateTime month, ILookup<int, (string Text, string Class)> marks, TextWriter output)
    {
        output.Write($"<section>\n<h2>{month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}</h2>\n<table>\n<thead><tr>{string.Concat(Names.Select(name => $"<th scope=\"col\">{name}</th>"))}</tr></thead>\n<tbody>\n");
        int before = ((int)month.DayOfWeek + Week - 1) % Week, days = DateTime.DaysInMonth(month.Year, month.Month);
        for (int first = 1 - before; first <= days; first += Week)
        {
            output.Write("<tr>");
            for (int day = first; day < first + Week; day++)
            {
                output.Write(day < 1 || day > days ? "<td></td>" : $"<td>{day}{string.Concat(marks[day].Select(mark => $"<br><span class=\"badge {mark.Class}\">{HtmlText.Escape(mark.Text)}</span>"))}</td>");
            }

            output.Write("</tr>\n");
        }

        output.Write("</tbody>\n</table>\n</section>\n");
    }
}
