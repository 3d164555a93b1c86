using System.Text.Json;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>All about one rule. In JSON it is a list of one: whoever reads all rules reads this.</summary>
/// <param name="entry">The rule.</param>
public sealed class RuleDocument(RuleEntry entry) : Document
{
    private protected override string Command => "rules-show";

    private protected override string Schema => RuleEntryJson.Schema;

    private protected override void WriteText(TextWriter output)
    {
        Rule rule = entry.Rule;
        output.WriteLine(VisibleText.Of(rule.Title));
        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteLine($"  {name,-15}{VisibleText.Of(value)}");
            }
        }

        Line("rule", rule.Slug);
        Line("id", rule.DiagnosticId);
        Line("provider", rule.Provider);
        Line("severity", rule.Severity.Name());
        Line("confidence", rule.DiagnosticId is null ? rule.Confidence.Name() : null);
        foreach (TokenPattern pattern in rule.Patterns)
        {
            Line("format", pattern.Text);
        }

        Line("near", string.Join(", ", rule.Near));
        Line("checked", rule.Checksum is null ? null : "offline, by the checksum that the format carries");
        Line("what to do", rule.Advice);
        Line("documentation", rule.Documentation);
    }

    private protected override void WriteProperties(Utf8JsonWriter json) => RuleEntryJson.WriteRules(json, [entry]);
}
