using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary><c>secretguard.inventory.json</c>: what one project refers to, one reference a line, sorted; no value, no date.</summary>
public static class InventoryFormat
{
    /// <summary>The name of the file, in the folder of intermediate files.</summary>
    public const string FileName = "secretguard.inventory.json";

    private const string Provided = "provides."; // before the names of what the place hands on
    private const string Schema = "secretguard-inventory-1";

    /// <summary>The text of the file.</summary>
    public static string Write(IEnumerable<InventoryRecord> records) =>
        $"{{{JsonText.Of("schema")}:{JsonText.Of(Schema)},{JsonText.Of("references")}:[{string.Concat(InventoryRecord.Merge(records).Select((record, i) => (i == 0 ? "\n" : ",\n") + Line(record)))}\n]}}\n";

    /// <summary>Reads the text of such a file.</summary>
    /// <exception cref="FormatException">It is none, or of a version that is not known here; the message says what is wrong.</exception>
    public static IReadOnlyList<InventoryRecord> Read(string text)
    {
        JsonValue document = JsonValue.Parse(text);
        string? schema = document["schema"].Text;
        if (schema != Schema)
        {
            throw new FormatException(schema is null ? "no inventory of SecretGuard: it names no schema" : $"an inventory of another version; this one reads {Schema}");
        }

        return [.. document["references"].Items.Select(Record)];
    }

    private static string Line(InventoryRecord record)
    {
        var members = new List<(string, string)> { ("path", JsonText.Of(record.Location.Path)) };
        members.AddRange(new[] { ("line", record.Location.StartLine), ("column", record.Location.StartColumn), ("endLine", record.Location.EndLine), ("endColumn", record.Location.EndColumn) }.Select(number => (number.Item1, JsonText.Of(number.Item2))));
        members.AddRange(ReferenceProperties.Of(record.Reference).Select(property => (property.Key, JsonText.Of(property.Value))));
        if (record.Provides is { } provided)
        {
            members.AddRange(ReferenceProperties.Of(provided).Select(property => (Provided + property.Key, JsonText.Of(property.Value))));
        }

        members.Add(("consumer", JsonText.Of(record.Consumer)));
        return JsonText.Object([.. members]);
    }

    private static InventoryRecord Record(JsonValue line) => new(
        ReferenceProperties.Read(name => line[name].Text) ?? throw new FormatException("a reference without store, kind or name"),
        new Location(line["path"].Text ?? "", line["line"].Number, line["column"].Number, line["endLine"].Number, line["endColumn"].Number),
        line["consumer"].Text ?? "")
    {
        Provides = ReferenceProperties.Read(name => line[Provided + name].Text),
    };
}
