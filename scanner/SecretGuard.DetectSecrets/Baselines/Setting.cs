using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>One entry of <c>plugins_used</c> or <c>filters_used</c>.</summary>
/// <param name="Name">The plugin's class name, or the filter's dotted path.</param>
/// <param name="Options">What else stands in the entry, in its order. Never changed.</param>
internal sealed record Setting(string Name, JsonObject Options)
{
    /// <summary>An entry without options.</summary>
    public Setting(string name)
        : this(name, [])
    {
    }

    /// <summary>An option as a text, or null.</summary>
    public string? Text(string option) => Options[option] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>An option as a number, or null.</summary>
    public double? Number(string option) =>
        Options[option] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;

    /// <summary>An option as texts: a list of them, or one.</summary>
    public IReadOnlyList<string> Texts(string option) => Options[option] switch
    {
        JsonArray items => [.. items.OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : null).OfType<string>()],
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    /// <summary>This entry with an option set.</summary>
    public Setting With(string option, JsonNode? value)
    {
        JsonObject options = Options.DeepClone().AsObject();
        options[option] = value;
        return this with { Options = options };
    }

    /// <summary>The entry as it stands in a baseline, under <paramref name="key"/> its name.</summary>
    public JsonObject ToJson(string key)
    {
        var entry = new JsonObject { [key] = Name };
        foreach ((string option, JsonNode? value) in Options)
        {
            entry[option] = value?.DeepClone();
        }

        return entry;
    }
}
