using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Workflow commands of GitHub Actions, which make annotations beside the lines of a pull request.</summary>
public sealed class GitHubReporter : IReporter
{
    /// <summary>GitHub shows so many annotations of each level for a step, and drops the others without a word.</summary>
    internal const int MostPerLevel = 10;

    /// <inheritdoc/>
    public string Format => "github";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        // One notice is kept for the line that counts what was left out.
        var left = new Dictionary<string, int>(StringComparer.Ordinal) { ["error"] = MostPerLevel, ["warning"] = MostPerLevel, ["notice"] = MostPerLevel - 1 };
        int dropped = 0;
        foreach (Annotation annotation in Annotation.All(report))
        {
            string level = Level(annotation.Severity);
            if (left[level]-- > 0)
            {
                WriteCommand(output, level, annotation);
            }
            else
            {
                dropped++;
            }
        }

        if (dropped > 0)
        {
            output.Write($"::notice title=SecretGuard::{EscapeData($"{Amount.Of(dropped, "more remark")} not shown here. {Summary.Of(report)}")}\n");
        }
    }

    private static void WriteCommand(TextWriter output, string level, Annotation annotation)
    {
        output.Write($"::{level} ");
        if (annotation.Location is { } location)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"file={EscapeProperty(location.Path)},line={location.StartLine},endLine={location.EndLine},"));

            // GitHub refuses columns for a range of several lines; its end column is inclusive.
            if (location.StartLine == location.EndLine)
            {
                output.Write(string.Create(CultureInfo.InvariantCulture, $"col={location.StartColumn},endColumn={Math.Max(location.StartColumn, location.EndColumn - 1)},"));
            }
        }

        output.Write($"title={EscapeProperty(annotation.Title)}::{EscapeData(annotation.Message)}\n");
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "notice",
    };

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
