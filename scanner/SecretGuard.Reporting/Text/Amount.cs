using System.Globalization;

namespace SecretGuard.Reporting;

/// <summary>A number with what it counts.</summary>
public static class Amount
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Of(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary><c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Entries(int number) => number == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{number} entries");
}
