using System.Globalization;
using System.Text;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>Service messages of TeamCity, which list findings on the build's page of inspections; what was not looked at is a problem of the build.</summary>
public sealed class TeamCityReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "teamcity";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        foreach (Incomplete incomplete in report.Incomplete)
        {
            WriteMessage(output, "buildProblem", ("description", $"Not looked at: {incomplete.Path}: {incomplete.Reason}"));
        }

        IReadOnlyDictionary<string, Rule> rules = report.RulesBySlug();
        foreach (Finding first in report.Findings.DistinctBy(finding => finding.KindId(), StringComparer.Ordinal))
        {
            string advice = rules.GetValueOrDefault(first.Rule)?.Advice ?? first.Title;
            WriteMessage(output, "inspectionType", ("id", first.KindId()), ("name", first.Title), ("description", advice), ("category", "Hard-coded secrets"));
        }

        foreach (Finding finding in report.Findings)
        {
            string reason = ReasonText.Sentence(finding.Reason);
            WriteMessage(
                output,
                "inspection",
                ("typeId", finding.KindId()),
                ("message", $"{finding.Title}: {finding.Preview}.{reason}"),
                ("file", finding.Location.Path),
                ("line", finding.Location.StartLine.ToString(CultureInfo.InvariantCulture)),
                ("SEVERITY", finding.Severity switch { Severity.Critical or Severity.High => "ERROR", Severity.Medium => "WARNING", _ => "WEAK WARNING" }));
        }

        foreach (Notice notice in report.Notices)
        {
            string where = notice.Location is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{notice.Location.Path}:{notice.Location.StartLine}: ");
            WriteMessage(output, "message", ("text", $"{where}{notice.Message} ({notice.DiagnosticId})"), ("status", "WARNING"));
        }
    }

    private static void WriteMessage(TextWriter output, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write($"##teamcity[{name}");
        foreach ((string attribute, string value) in attributes)
        {
            output.Write($" {attribute}='{Escape(value)}'");
        }

        output.Write("]\n");
    }

    /// <summary>What acts in a message is written with a bar before it, and all that is not ASCII by its number.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '\n' => escaped.Append("|n"),
                '\r' => escaped.Append("|r"),
                '|' or '\'' or '[' or ']' => escaped.Append('|').Append(c),
                < ' ' or > '~' => escaped.Append("|0x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
