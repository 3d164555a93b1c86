using System.Globalization;
using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>Evidence for machines; its schema is Schemas/evidence.schema.json. <c>grep -v '^  "sha256": ' FILE | sha256sum</c> gives its sum.</summary>
public static class EvidenceJson
{
    private const string Sum = "sha256";

    /// <summary>The document.</summary>
    public static string Of(EvidenceRecord evidence)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        JsonText.WriteDocument(output, json =>
        {
            json.WriteStartObject();
            ReportJson.WriteHead(json, "secretguard-evidence-1", evidence.ToolVersion, "verify");
            json.WriteString("began", Time(evidence.Began));
            json.WriteString("ended", Time(evidence.Ended));
            json.WriteString("commit", evidence.Commit);
            if (evidence.IsChanged is { } isChanged)
            {
                json.WriteBoolean("changedSinceCommit", isChanged);
            }

            WriteText(json, "onlyWhatIsNotIn", evidence.Base);
            json.WriteObjects("asked", evidence.Entries, WriteEntry);
            if (evidence.Objects is { } objects)
            {
                json.WriteObjects("cluster", objects, WriteObject);
            }

            json.WriteObjects("notVerified", evidence.Gaps, WriteGap);
            json.WriteString(Sum, EvidenceSeal.Placeholder);
            json.WriteEndObject();
        });
        return EvidenceSeal.Seal(output.ToString(), $"  \"{Sum}\": ");
    }

    private static void WriteEntry(Utf8JsonWriter json, EvidenceEntry entry)
    {
        json.WriteString("environment", entry.Environment);
        json.WriteString("store", entry.Store);
        WriteText(json, "storeName", entry.StoreName.Length == 0 ? null : entry.StoreName);
        json.WriteString("address", entry.Address);
        json.WriteString("key", entry.Key);
        json.WriteString("askedAs", entry.AskedAs);
        json.WriteString("result", entry.Result);
        WriteTexts(json, "reasons", entry.Reasons);
        WriteText(json, "version", entry.Version);
        WriteText(json, "changed", entry.Changed is { } changed ? Time(changed) : null);
        WriteText(json, "expires", entry.Expires is { } expires ? Time(expires) : null);
        WriteText(json, "owner", entry.Owner);
        WriteTexts(json, "places", entry.Places);
    }

    private static void WriteObject(Utf8JsonWriter json, EvidenceObject one)
    {
        json.WriteString("environment", one.Environment);
        json.WriteString("address", one.Cluster);
        json.WriteString("askedAs", one.AskedAs);
        json.WriteString("kind", one.Kind);
        json.WriteString("name", one.Name);
        json.WriteString("condition", one.Condition);
        json.WriteString("result", one.Result);
        WriteText(json, "reason", one.Reason.Length == 0 ? null : one.Reason);
        WriteText(json, "since", one.Since is { } since ? Time(since) : null);
        json.WriteString("asked", Time(one.Asked));
        json.WriteString("place", one.Place);
    }

    private static void WriteGap(Utf8JsonWriter json, EvidenceGap gap)
    {
        json.WriteString("environment", gap.Environment);
        json.WriteString("name", gap.Name);
        json.WriteString("reason", gap.Reason);
        WriteText(json, "place", gap.Place.Length == 0 ? null : gap.Place);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
