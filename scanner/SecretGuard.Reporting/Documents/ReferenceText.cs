using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Triage;

namespace SecretGuard.Reporting;

/// <summary>References as people read them, and as JSON has them.</summary>
internal static class ReferenceText
{
    /// <summary><c>azure-key-vault openai-api-key at https://….vault.azure.net/</c>.</summary>
    public static string Of(SecretReference reference) => VisibleText.Of(
        $"{reference.Store} {(reference.Kind is ReferenceKinds.Secret or ReferenceKinds.Variable or ReferenceKinds.Configuration ? "" : reference.Kind + " ")}{reference.Name}{(reference.Property is null ? "" : "#" + reference.Property)}"
        + $"{(reference.Version is null ? "" : "@" + reference.Version)}{(reference.Address is null ? "" : (reference.Store == StoreTypes.Kubernetes ? " in " : " at ") + reference.Address)}");

    /// <summary><c>deploy/backend.yaml:27</c>.</summary>
    public static string Of(Location location) => $"{VisibleText.Of(location.Path)}:{location.StartLine}";

    /// <summary>Who names it, behind a place: <c> [Deployment/backend]</c>; nothing where the file does not say. And where it is so in one environment alone, <c> (prod)</c>.</summary>
    public static string Consumer(InventoryRecord record) =>
        (record.Consumer.Length == 0 ? "" : $" [{VisibleText.Of(record.Consumer)}]") + (record.Environment is null ? "" : $" ({VisibleText.Of(record.Environment)})");

    /// <summary>Writes the members of a reference.</summary>
    public static void Write(Utf8JsonWriter json, SecretReference reference)
    {
        foreach ((string name, string? value) in new[]
        {
            ("store", reference.Store), ("kind", reference.Kind), ("name", reference.Name), ("property", reference.Property), ("version", reference.Version), ("address", reference.Address), ("via", reference.Via),
        })
        {
            if (value is { Length: > 0 })
            {
                json.WriteString(name, value);
            }
        }

        if (reference.IsOptional is { } optional)
        {
            json.WriteBoolean("optional", optional);
        }

        json.WriteBoolean("secret", reference.IsSecret);
    }

    /// <summary>Writes the members of a place.</summary>
    public static void Write(Utf8JsonWriter json, Location location)
    {
        json.WriteString("path", location.Path);
        json.WriteNumber("line", location.StartLine);
        json.WriteNumber("column", location.StartColumn);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
    }

    /// <summary>Writes who refers, and in which environment alone, if in one.</summary>
    public static void WriteWho(Utf8JsonWriter json, InventoryRecord record)
    {
        json.WriteString("consumer", record.Consumer);
        if (record.Environment is not null)
        {
            json.WriteString("environment", record.Environment);
        }
    }

    /// <summary>Writes a record: its place, who refers, what, and as what it is handed on.</summary>
    public static void Write(Utf8JsonWriter json, InventoryRecord record)
    {
        Write(json, record.Location);
        WriteWho(json, record);
        Write(json, record.Reference);
        if (record.Provides is { } provided)
        {
            json.WriteStartObject("provides");
            Write(json, provided);
            json.WriteEndObject();
        }
    }
}
