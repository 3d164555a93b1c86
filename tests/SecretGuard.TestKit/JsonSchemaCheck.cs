using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecretGuard.TestKit;

/// <summary>Checks a document against the few words of JSON Schema that the schemas here use, and refuses a schema with others.</summary>
public sealed class JsonSchemaCheck
{
    private readonly JsonElement _root;
    private readonly List<string> _errors = [];

    private JsonSchemaCheck(JsonElement root) => _root = root;

    /// <summary>What is wrong with a document, each with its place (<c>$.asked[0]: lacks key</c>); nothing where it satisfies the schema.</summary>
    public static IReadOnlyList<string> Errors(string schema, string document)
    {
        using var schemaJson = JsonDocument.Parse(schema);
        using var documentJson = JsonDocument.Parse(document);
        var check = new JsonSchemaCheck(schemaJson.RootElement);
        check.Check(schemaJson.RootElement, documentJson.RootElement, "$");
        return check._errors;
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("type", out JsonElement type) && !Types(type).Any(name => IsOfType(value, name)))
        {
            _errors.Add($"{at}: is {value.ValueKind}, not {type}");
            return;
        }

        foreach (JsonProperty word in schema.EnumerateObject())
        {
            CheckWord(word, schema, value, at);
        }
    }

    private void CheckWord(JsonProperty word, JsonElement schema, JsonElement value, string at)
    {
        switch (word.Name)
        {
            case "$schema" or "$id" or "$defs" or "type" or "title" or "description":
                break;
            case "$ref":
                Check(_root.GetProperty("$defs").GetProperty(word.Value.GetString()!["#/$defs/".Length..]), value, at);
                break;
            case "const":
                Expect(JsonElement.DeepEquals(word.Value, value), at, $"is {value}, not {word.Value}");
                break;
            case "enum":
                Expect(word.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), at, $"{value} is none of {word.Value}");
                break;
            case "allOf":
                word.Value.EnumerateArray().ToList().ForEach(part => Check(part, value, at));
                break;
            case "anyOf":
                Expect(word.Value.EnumerateArray().Any(part => Holds(part, value)), at, "matches none of anyOf");
                break;
            default:
                CheckBounds(word, schema, value, at);
                break;
        }
    }

    private void CheckBounds(JsonProperty word, JsonElement schema, JsonElement value, string at)
    {
        switch (word.Name)
        {
            case "pattern":
                Expect(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(2)), at, $"'{value}' does not match {word.Value}");
                break;
            case "minLength":
                Expect(value.GetString()!.Length >= word.Value.GetInt32(), at, "too short");
                break;
            case "maxLength":
                Expect(value.GetString()!.Length <= word.Value.GetInt32(), at, "too long");
                break;
            case "minimum":
                Expect(value.GetInt64() >= word.Value.GetInt64(), at, "too small");
                break;
            case "minItems":
                Expect(value.GetArrayLength() >= word.Value.GetInt32(), at, "too few items");
                break;
            case "maxItems":
                Expect(value.GetArrayLength() <= word.Value.GetInt32(), at, "too many items");
                break;
            case "items":
                value.EnumerateArray().Index().ToList().ForEach(item => Check(word.Value, item.Item, $"{at}[{item.Index}]"));
                break;
            case "required":
                word.Value.EnumerateArray().ToList().ForEach(name => Expect(value.TryGetProperty(name.GetString()!, out _), at, $"lacks {name}"));
                break;
            case "properties":
                value.EnumerateObject().Where(property => word.Value.TryGetProperty(property.Name, out _)).ToList()
                    .ForEach(property => Check(word.Value.GetProperty(property.Name), property.Value, $"{at}.{property.Name}"));
                break;
            case "additionalProperties":
                value.EnumerateObject().ToList().ForEach(property => Expect(schema.GetProperty("properties").TryGetProperty(property.Name, out _), at, $"has {property.Name}"));
                break;
            default:
                throw new NotSupportedException($"The schema uses '{word.Name}'.");
        }
    }

    private bool Holds(JsonElement schema, JsonElement value)
    {
        var trial = new JsonSchemaCheck(_root);
        trial.Check(schema, value, "");
        return trial._errors.Count == 0;
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };

    private void Expect(bool holds, string at, string error)
    {
        if (!holds)
        {
            _errors.Add($"{at}: {error}");
        }
    }
}
