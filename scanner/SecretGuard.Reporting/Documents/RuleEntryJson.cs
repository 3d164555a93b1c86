using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>The rules of a project in JSON. Their schema is Schemas/rules.schema.json; properties are only ever added.</summary>
internal static class RuleEntryJson
{
    public const string Schema = "secretguard-rules-1";

    /// <summary>Where the value stands decides which of these a finding has.</summary>
    private static readonly string[] Ids = [DiagnosticIds.SecretInCode, DiagnosticIds.SecretInFile];

    public static void WriteRules(Utf8JsonWriter json, IReadOnlyList<RuleEntry> entries) => json.WriteObjects("rules", entries, WriteEntry);

    private static void WriteEntry(Utf8JsonWriter json, RuleEntry entry)
    {
        Rule rule = entry.Rule;
        ReportJson.WriteRule(json, rule);
        json.WriteTexts("ids", rule.DiagnosticId is { } id ? [id] : Ids);
        json.WriteString("confidence", rule.Confidence.Name());
        json.WriteBoolean("enabled", entry.IsEnabled);
        json.WriteBoolean("custom", entry.IsCustom);
        json.WriteTexts("formats", rule.Patterns.Select(pattern => pattern.Text));
        json.WriteTexts("near", rule.Near);
        json.WriteBoolean("checksum", rule.Checksum is not null);
    }
}
