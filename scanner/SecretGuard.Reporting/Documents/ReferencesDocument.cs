using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Triage;

namespace SecretGuard.Reporting;

/// <summary>What a repository refers to, by place. The schema is Schemas/references.schema.json.</summary>
/// <param name="records">The references, sorted by place.</param>
/// <param name="incomplete">What could not be read, and so may name more.</param>
public sealed class ReferencesDocument(IReadOnlyList<InventoryRecord> records, IReadOnlyList<Incomplete> incomplete) : Document
{
    private protected override string Command => "refs";

    private protected override string Schema => "secretguard-references-1";

    private protected override void WriteText(TextWriter output)
    {
        foreach (InventoryRecord record in records)
        {
            string optional = record.Reference.IsOptional == true ? " (optional)" : "";
            string handedOn = record.Provides is { } provided ? $" → {ReferenceText.Of(provided)}" : "";
            output.WriteLine($"{ReferenceText.Of(record.Location)} {ReferenceText.Of(record.Reference)}{optional}{handedOn}{(ReferenceText.Consumer(record) is { Length: > 0 } who ? " " + who : "")}");
        }

        foreach (Incomplete part in incomplete)
        {
            output.WriteLine($"not read: {VisibleText.Of(part.Path)}: {VisibleText.Of(part.Reason)}");
        }

        output.WriteLine($"{Amount.Of(records.Count, "reference")}, {Amount.Of(Names(records), "name")}, {Amount.Of(records.Select(record => record.Location.Path).Distinct(StringComparer.Ordinal).Count(), "file")}");
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("references", records.Count);
        json.WriteNumber("names", Names(records));
        json.WriteNumber("unread", incomplete.Count);
        json.WriteEndObject();
        json.WriteObjects("references", records, ReferenceText.Write);
        json.WriteObjects("incomplete", incomplete, ReportJson.WriteIncomplete);
    }

    private static int Names(IEnumerable<InventoryRecord> records) =>
        records.Select(record => (record.Reference.Store, record.Reference.Kind, record.Reference.Address, record.Reference.Name, record.Reference.Property)).Distinct().Count();
}
