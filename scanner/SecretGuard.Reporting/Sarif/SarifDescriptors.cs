using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>The <c>reportingDescriptor</c>s of one run: one for each kind of finding in its results, sorted by id.</summary>
internal sealed class SarifDescriptors
{
    /// <summary>GitHub cuts descriptions after so many characters.</summary>
    private const int MostDescription = 1024;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<Finding> _firsts;
    private readonly IReadOnlyDictionary<string, Rule> _rules;

    public SarifDescriptors(Report report, IEnumerable<ReportEntry> entries)
    {
        _rules = report.RulesBySlug();

        // Where the rule is not known, the worst finding of a kind decides what its descriptor says.
        _firsts = [.. entries.Select(entry => entry.Finding)
            .GroupBy(finding => finding.KindId(), StringComparer.Ordinal)
            .Select(kind => kind.MaxBy(finding => finding.Severity)!)
            .OrderBy(finding => finding.KindId(), StringComparer.Ordinal)];
        for (int i = 0; i < _firsts.Count; i++)
        {
            _indexes.Add(_firsts[i].KindId(), i);
        }
    }

    /// <summary>The <c>ruleIndex</c> of a kind.</summary>
    public int IndexOf(string kindId) => _indexes[kindId];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (Finding finding in _firsts)
        {
            WriteDescriptor(json, finding, _rules.GetValueOrDefault(finding.Rule));
            json.HandOn();
        }

        json.WriteEndArray();
    }

    private static void WriteDescriptor(Utf8JsonWriter json, Finding finding, Rule? rule)
    {
        Severity severity = rule?.Severity ?? finding.Severity;
        json.WriteStartObject();
        json.WriteString("id", finding.KindId());
        if (finding.Rule.Length > 0)
        {
            json.WriteString("name", finding.Rule);
        }

        WriteText(json, "shortDescription", finding.Title.Cut(MostDescription));
        WriteText(json, "fullDescription", FullDescription(finding, rule).Cut(MostDescription));
        WriteHelp(json, finding, rule);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", severity.SarifLevel());
        json.WriteEndObject();
        WriteProperties(json, finding, severity, rule?.Confidence ?? finding.Confidence);
        json.WriteEndObject();
    }

    private static string FullDescription(Finding finding, Rule? rule) =>
        rule is { Provider.Length: > 0 } ? $"{finding.Title}, issued by {rule.Provider}." : $"{finding.Title}.";

    private static void WriteHelp(Utf8JsonWriter json, Finding finding, Rule? rule)
    {
        if (rule?.Documentation is not null)
        {
            json.WriteString("helpUri", rule.Documentation);
        }

        string advice = rule?.Advice ?? FullDescription(finding, rule);
        string source = rule?.Documentation is null ? "" : $"\n\nDocumentation: <{rule.Documentation}>";
        json.WriteStartObject("help");
        json.WriteString("text", advice);
        json.WriteString("markdown", $"**{MarkdownText.Escape(finding.Title)}**\n\n{MarkdownText.Escape(advice)}{source}");
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding, Severity severity, Confidence confidence)
    {
        json.WriteStartObject("properties");
        json.WriteString("precision", confidence.Name());
        json.WriteString("problem.severity", severity.ProblemSeverity());
        json.WriteString("security-severity", severity.SecuritySeverity());
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        if (finding.IsSecret())
        {
            json.WriteStringValue("external/cwe/cwe-798");
            json.WriteStringValue("secret");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
