using System.Globalization;

namespace SecretGuard.Reporting;

/// <summary>A number with what it counts.</summary>
public static class Amount
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Of(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary><c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Entries(int number) => number == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{number} entries");

    /// <summary>Bytes in decimal units: <c>8.1 MB</c>.</summary>
    public static string OfBytes(long bytes)
    {
        int unit = 0;
        long size = 1;
        while (bytes / size >= 1000 && unit < Units.Length - 1)
        {
            size *= 1000;
            unit++;
        }

        // In whole numbers: a hook would prepare the writer of fractions for this alone.
        if (unit == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bytes} {Units[0]}");
        }

        long tenth = size / 10, tenths = bytes / tenth + (bytes % tenth >= tenth / 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} {Units[unit]}");
    }
}
