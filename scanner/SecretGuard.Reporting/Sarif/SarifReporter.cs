using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>SARIF 2.1.0 (OASIS), as GitHub code scanning, Azure DevOps and editors read it.</summary>
public sealed class SarifReporter : IReporter
{
    /// <summary>GitHub rejects a run with more results.</summary>
    internal const int MostResults = 25_000;

    private const string SchemaUri = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <inheritdoc/>
    public string Format => "sarif";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", SchemaUri);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRun(Utf8JsonWriter json, Report report)
    {
        IReadOnlyList<ReportEntry> all = ReportEntry.All(report);
        IReadOnlyList<ReportEntry> entries = Worst(all);
        var descriptors = new SarifDescriptors(report, entries);
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SecretGuard");
        json.WriteString("semanticVersion", report.ToolVersion);
        descriptors.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        SarifInvocation.Write(json, report, leftOut: all.Count - entries.Count);
        json.WriteEndArray();
        WriteOrigin(json, report);
        json.WriteString("columnKind", "utf16CodeUnits");
        new SarifResults(descriptors).Write(json, entries);
        json.WriteEndObject();
    }

    /// <summary>All that a run may hold. Over the limit what counts goes before what is suppressed, then the worst before the rest; the order stays.</summary>
    private static IReadOnlyList<ReportEntry> Worst(IReadOnlyList<ReportEntry> all)
    {
        if (all.Count <= MostResults)
        {
            return all;
        }

        var kept = Enumerable.Range(0, all.Count)
            .OrderBy(index => all[index].Suppression is not null)
            .ThenByDescending(index => all[index].Finding.Severity)
            .ThenByDescending(index => all[index].Finding.Confidence)
            .Take(MostResults);
        return [.. kept.Order().Select(index => all[index])];
    }

    private static void WriteOrigin(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"secretguard/{report.Command}/");
        json.WriteEndObject();
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifLocation.RootId);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the scanned directory.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        if (report.Revision is not null)
        {
            // Not as versionControlProvenance: that demands the repository's address, which the report does not know.
            json.WriteStartObject("properties");
            json.WriteString("revision", report.Revision);
            json.WriteEndObject();
        }
    }
}
