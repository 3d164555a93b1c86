using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>The properties of SecretGuard's own JSON formats. Their schema is Schemas/report.schema.json; properties are only ever added.</summary>
internal static class ReportJson
{
    /// <summary>Name and version of the format; a change that a reader can stumble over gets the next number.</summary>
    public const string Schema = "secretguard-report-1";

    /// <summary>What every document of this tool begins with.</summary>
    public static void WriteHead(Utf8JsonWriter json, string schema, string toolVersion, string command)
    {
        json.WriteString("schema", schema);
        json.WriteStartObject("tool");
        json.WriteString("name", "secretguard");
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteString("command", command);
    }

    public static void WriteHeader(Utf8JsonWriter json, Report report)
    {
        WriteHead(json, Schema, report.ToolVersion, report.Command);
        json.WriteString("startedAt", report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("revision", report.Revision);
    }

    public static void WriteSummary(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("elapsedMilliseconds", (long)report.Elapsed.TotalMilliseconds);
        json.WriteNumber("files", report.Counts.Files);
        json.WriteNumber("bytes", report.Counts.Bytes);
        json.WriteNumber("binary", report.Counts.Binary);
        json.WriteNumber("findings", report.Findings.Count);
        json.WriteNumber("suppressed", report.Suppressed.Count);
        json.WriteNumber("notices", report.Notices.Count);
        json.WriteNumber("incomplete", report.Incomplete.Count);
        json.WriteBoolean("complete", report.Incomplete.Count == 0);
        json.WriteEndObject();
    }

    public static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("id", finding.DiagnosticId);
        json.WriteString("rule", finding.Rule);
        json.WriteString("title", finding.Title);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("confidence", finding.Confidence.Name());
        WriteLocation(json, finding.Location);
        json.WriteString("preview", finding.Preview);
        json.WriteStartObject("excerpt");
        json.WriteString("text", finding.Excerpt.Text);
        json.WriteNumber("markStart", finding.Excerpt.MarkStart);
        json.WriteNumber("markLength", finding.Excerpt.MarkLength);
        json.WriteEndObject();
        json.WriteString("reason", finding.Reason);
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.Provenance is not null)
        {
            json.WritePropertyName("provenance");
            WriteProvenance(json, finding.Provenance);
        }
    }

    /// <summary>Which commits and paths hold a secret, as an object.</summary>
    public static void WriteProvenance(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("firstCommit", provenance.FirstCommit);
        json.WriteString("firstDate", Date(provenance.FirstDate));
        json.WriteString("lastCommit", provenance.LastCommit);
        json.WriteString("lastDate", Date(provenance.LastDate));
        json.WriteBoolean("inHead", provenance.IsInHead);
        json.WriteString("reach", provenance.Reach.Name());
        if (provenance.OnlyIn is not null)
        {
            json.WriteString("onlyIn", provenance.OnlyIn);
        }

        json.WriteTexts("paths", provenance.Paths);
        json.WriteNumber("places", provenance.Places);
        if (provenance.EveryPlace.Count > 0)
        {
            json.WriteStartArray("everyPlace");
            foreach (HeldPlace place in provenance.EveryPlace)
            {
                json.WriteStartObject();
                json.WriteString("object", place.Object);
                json.WriteString("commit", place.Commit);
                json.WriteString("path", place.Path);
                json.WritePropertyName("line");
                WriteNumberOrNull(json, place.Line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static string? Date(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static void WriteSuppressed(Utf8JsonWriter json, SuppressedFinding suppressed)
    {
        WriteFinding(json, suppressed.Finding);
        json.WriteStartObject("suppression");
        json.WriteString("kind", suppressed.Kind.Name());
        json.WriteString("reason", suppressed.Reason);
        json.WriteEndObject();
    }

    public static void WriteNotice(Utf8JsonWriter json, Notice notice)
    {
        json.WriteString("id", notice.DiagnosticId);
        json.WriteString("severity", notice.Severity.Name());
        json.WriteString("message", notice.Message);
        WriteLocation(json, notice.Location);
    }

    public static void WriteIncomplete(Utf8JsonWriter json, Incomplete incomplete)
    {
        json.WriteString("path", incomplete.Path);
        json.WriteString("reason", incomplete.Reason);
        json.WriteString("advice", incomplete.Advice);
    }

    public static void WriteVerified(Utf8JsonWriter json, VerifiedReference reference)
    {
        json.WriteString("environment", reference.Environment);
        json.WriteString("name", reference.Name);
        json.WriteString("store", reference.Store);
        json.WriteString("state", reference.State);
        json.WriteString("version", reference.Version);
        json.WriteString("updated", Date(reference.Updated));
        json.WriteString("expires", Date(reference.Expires));
        WriteLocation(json, reference.Location);
    }

    public static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("slug", rule.Slug);
        json.WriteString("title", rule.Title);
        json.WriteString("provider", rule.Provider);
        json.WriteString("severity", rule.Severity.Name());
        json.WriteString("advice", rule.Advice);
        json.WriteString("documentation", rule.Documentation);
    }

    private static void WriteLocation(Utf8JsonWriter json, Location? location)
    {
        if (location is null)
        {
            json.WriteNull("location");
            return;
        }

        json.WriteStartObject("location");
        json.WriteString("path", location.Path);
        json.WriteNumber("startLine", location.StartLine);
        json.WriteNumber("startColumn", location.StartColumn);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        json.WriteEndObject();
    }
}
