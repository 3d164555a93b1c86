using System.Globalization;

namespace SecretGuard.Text;

/// <summary>Spans of time as programs in Go write them, operators and Vault among them: <c>1h30m</c>, <c>15s</c>, <c>0</c>.</summary>
public static class GoDuration
{
    /// <summary>Seconds of each unit, the longer names first.</summary>
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("us", 0.000001), ("µs", 0.000001), ("ns", 0.000000001), ("h", 3600), ("m", 60), ("s", 1)];

    /// <summary>Reads a span; null where it is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        double seconds = 0;
        string rest = text.Trim();
        if (rest == "0")
        {
            return TimeSpan.Zero;
        }

        for (bool any = false; rest.Length > 0 || !any; any = true)
        {
            int end = 0;
            while (end < rest.Length && rest[end] is (>= '0' and <= '9') or '.')
            {
                end++;
            }

            if (end == 0 || !double.TryParse(rest.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
            {
                return null;
            }

            rest = rest.Substring(end);
            (string unit, double each) = Array.Find(Units, unit => rest.StartsWith(unit.Unit, StringComparison.Ordinal));
            if (unit is null)
            {
                return null;
            }

            seconds += count * each;
            rest = rest.Substring(unit.Length);
        }

        return seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
