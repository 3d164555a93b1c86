using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>Properties of a document that somebody else may have written: what is missing or of another kind is null, and never throws.</summary>
internal static class JsonFields
{
    /// <summary>The text of a property.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The whole number of a property.</summary>
    public static long? Number(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    /// <summary>The small whole number of a property; 0 where there is none.</summary>
    public static int Count(this JsonElement element, string name) => element.Number(name) is { } number and >= 0 and <= int.MaxValue ? (int)number : 0;

    /// <summary>A property, of whatever kind.</summary>
    public static JsonElement? Property(this JsonElement? element, string name) => element?.Property(name);

    /// <summary>A property, of whatever kind.</summary>
    public static JsonElement? Property(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>The objects of a property that is an array.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The texts of a property that is an array.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) => element.Property(name) is { ValueKind: JsonValueKind.Array } array
        ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
        : [];
}
