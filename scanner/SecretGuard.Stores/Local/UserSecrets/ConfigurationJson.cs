using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>The keys of a JSON file as .NET's configuration sees them.</summary>
internal static class ConfigurationJson
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Its keys and sections.</summary>
    /// <exception cref="JsonException">It is no JSON, or no object.</exception>
    public static IReadOnlyDictionary<string, StoreEntry> Read(string text)
    {
        var entries = new Dictionary<string, StoreEntry>(StringComparer.OrdinalIgnoreCase);
        if (string.IsNullOrWhiteSpace(text))
        {
            return entries;
        }

        using var document = JsonDocument.Parse(text, Lenient);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("not an object", path: null, lineNumber: 0, bytePositionInLine: 0);
        }

        var leaves = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        Flatten("", document.RootElement, leaves);
        foreach ((string key, JsonElement leaf) in leaves)
        {
            entries[key] = new StoreEntry(StateOf(leaf));
        }

        foreach (IGrouping<string, (string Section, string Field)> section in leaves.Keys.SelectMany(Sections).GroupBy(pair => pair.Section, StringComparer.OrdinalIgnoreCase))
        {
            string[] fields = [.. section.Select(pair => pair.Field).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
            entries.TryAdd(section.Key, new StoreEntry(ValueState.Filled) { IsSecret = false, Metadata = new() { Fields = new FieldNames(fields, AreComplete: true) } });
        }

        return entries;
    }

    /// <summary>The value of a key, or the fields of a section; null where there is neither, or no JSON.</summary>
    public static SecretValue? ReadValue(string text, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var leaves = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
            Flatten("", document.RootElement, leaves);
            if (leaves.TryGetValue(key, out JsonElement leaf))
            {
                return SecretValue.Of(leaf.Scalar());
            }

            var fields = leaves.Where(pair => pair.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(pair => pair.Key[(key.Length + 1)..], pair => SecretValue.Of(pair.Value.Scalar()), StringComparer.OrdinalIgnoreCase);
            return fields.Count > 0 ? SecretValue.Of(fields) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Flatten(string key, JsonElement element, Dictionary<string, JsonElement> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.EnumerateObject().Any() || key.Length == 0:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Flatten(key.Length == 0 ? member.Name : $"{key}:{member.Name}", member.Value, leaves);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Flatten($"{key}:{index++}", item, leaves);
                }

                break;
            default:
                leaves[key] = element;
                break;
        }
    }

    private static ValueState StateOf(JsonElement leaf) =>
        leaf.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array || (leaf.ValueKind == JsonValueKind.String && leaf.ValueEquals("")) ? ValueState.Empty : ValueState.Filled;

    /// <summary>Every section that a key is in, and what of the key is within it.</summary>
    private static IEnumerable<(string Section, string Field)> Sections(string key)
    {
        for (int at = key.IndexOf(':', StringComparison.Ordinal); at >= 0; at = key.IndexOf(':', at + 1))
        {
            yield return (key[..at], key[(at + 1)..]);
        }
    }
}
