using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>All rules of a project: a table for people.</summary>
/// <param name="rules">The rules, sorted by slug.</param>
public sealed class RulesDocument(IReadOnlyList<RuleEntry> rules) : Document
{
    private protected override string Command => "rules-list";

    private protected override string Schema => RuleEntryJson.Schema;

    private protected override void WriteText(TextWriter output)
    {
        int width = rules.Max(entry => entry.Rule.Slug.Length);
        foreach (RuleEntry entry in rules)
        {
            output.WriteLine($"{entry.Rule.Slug.PadRight(width)}  {entry.Rule.Severity.Name(),-8}  {VisibleText.Of(entry.Rule.Title)}{(entry.IsEnabled ? "" : " (disabled)")}");
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json) => RuleEntryJson.WriteRules(json, rules);
}
