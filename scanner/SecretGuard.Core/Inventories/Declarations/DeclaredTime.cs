using System.Globalization;

namespace SecretGuard.Inventories;

/// <summary>Spans of time as people declare them: <c>90d</c>, <c>24h</c>, <c>30m</c>, <c>6w</c>, <c>1y</c>, <c>quarterly</c>.</summary>
public static class DeclaredTime
{
    /// <summary>What may be written.</summary>
    public const string Forms = "30m, 24h, 90d, 6w, 1y, daily, weekly, monthly, quarterly or annual";

    private const int MostDays = 36_500;

    private static readonly Dictionary<string, int> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["daily"] = 1,
        ["weekly"] = 7,
        ["monthly"] = 31,
        ["quarterly"] = 92,
        ["annual"] = 366,
        ["annually"] = 366,
        ["yearly"] = 366,
    };

    /// <summary>Reads a span; null where it is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        text = text.Trim();
        if (Words.TryGetValue(text, out int days))
        {
            return TimeSpan.FromDays(days);
        }

        double unit = text.Length < 2 ? 0 : text[text.Length - 1] switch { 'm' => 1.0 / 1440, 'h' => 1.0 / 24, 'd' => 1, 'w' => 7, 'y' => 365, _ => 0 };
        return unit > 0 && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count * unit <= MostDays
            ? TimeSpan.FromDays(count * unit)
            : null;
    }

    /// <summary>A span as it may be written; by a word where nobody counts so many days.</summary>
    public static string Write(TimeSpan span) => Words.FirstOrDefault(word => span == TimeSpan.FromDays(word.Value) && word.Value > 7).Key ?? Count(span);

    /// <summary>A span as a number of its largest unit, which fits into a sentence: <c>every 92d</c>.</summary>
    public static string Count(TimeSpan span) => span.Ticks % TimeSpan.TicksPerDay == 0 ? $"{span.Days}d" : span.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(int)span.TotalHours}h" : $"{(int)span.TotalMinutes}m";
}
