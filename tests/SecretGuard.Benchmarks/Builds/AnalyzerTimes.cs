using System.Globalization;
using System.Text.RegularExpressions;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>What the compiler tells of the seconds that analyzers take, by <c>-reportanalyzer</c>.</summary>
internal static class AnalyzerTimes
{
    // "   0.654   42      Some.Analyzer (ID1, ID2)", "<0.001" where it is less. The line of an assembly has no ids.
    private static readonly Regex Row = new(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<analyzer>\S+ \([\w, -]+\))\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking);

    /// <summary>The seconds of every analyzer by its full name, with its ids.</summary>
    public static Dictionary<string, double> Read(string output) => Row.Matches(output).ToDictionary(
        row => row.Groups["analyzer"].Value,
        row => double.Parse(row.Groups["seconds"].Value, CultureInfo.InvariantCulture),
        StringComparer.Ordinal);
}
