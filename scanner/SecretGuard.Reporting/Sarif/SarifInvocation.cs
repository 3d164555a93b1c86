using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>What happened while the tool ran: when, whether everything was looked at, what it says about its own inputs.</summary>
internal static class SarifInvocation
{
    public static void Write(Utf8JsonWriter json, Report report, int leftOut)
    {
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Incomplete.Count == 0);
        json.WriteString("startTimeUtc", Time(report.StartedAt));
        json.WriteString("endTimeUtc", Time(report.StartedAt + report.Elapsed));
        json.WriteStartArray("toolExecutionNotifications");
        foreach (Incomplete incomplete in report.Incomplete)
        {
            string advice = incomplete.Advice is null ? "" : $" {incomplete.Advice}";
            WriteNotification(json, "error", $"{incomplete.Path}: {incomplete.Reason}{advice}", null, null);
        }

        foreach (Notice notice in report.Notices)
        {
            WriteNotification(json, notice.Severity.SarifLevel(), notice.Message, notice.DiagnosticId, notice.Location);
        }

        if (leftOut > 0)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{leftOut} results are left out: a SARIF run holds {SarifReporter.MostResults} at most. The json format has them all.");
            WriteNotification(json, "warning", text, null, null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string text, string? id, Location? location)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
        if (id is not null)
        {
            json.WriteStartObject("descriptor");
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        if (location is not null)
        {
            json.WriteStartArray("locations");
            SarifLocation.Write(json, location);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
