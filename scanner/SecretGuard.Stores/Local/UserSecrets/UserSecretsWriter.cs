using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>
/// Sets keys in the text of a <c>secrets.json</c>, and leaves all else as it is: order, comments, nesting. One value is one key; fields are the keys of a
/// section, where a section stands or nothing does.
/// </summary>
internal static class UserSecretsWriter
{
    /// <summary>What is to be set for a value, each key and its text.</summary>
    /// <param name="name">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="standing">What stands there; null where nothing does.</param>
    /// <param name="problem">Why the value cannot be written; null where it can.</param>
    public static IReadOnlyList<(string Key, string Text)> Keys(string name, SecretValue value, SecretValue? standing, out StoreProblem? problem)
    {
        problem = null;
        bool isSection = standing?.Fields is not null;
        bool isOne = value.Fields is not { Count: > 0 } fields || (fields.Count == 1 && fields.ContainsKey(ValueShape.OnlyField));
        if (!isSection && (isOne || standing is not null))
        {
            problem = ValueShape.WholeText(value) is null ? ValueShape.NoText("a file of user secrets") : null;
            return problem is null ? [(name, ValueShape.WholeText(value)!)] : [];
        }

        IReadOnlyDictionary<string, SecretValue> wanted = ValueShape.Fields(value);
        string[] others = isSection ? [.. standing!.Fields!.Keys.Except(wanted.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)] : [];
        var keys = wanted.Select(field => ($"{name}:{field.Key}", Text: ValueShape.WholeText(field.Value))).ToList();
        problem = others.Length > 0 ? new StoreProblem(Verdict.Misconfigured, $"'{name}' is a section, and the value lacks what it has besides: {string.Join(", ", others.Select(field => $"'{field}'"))}", "take that out of the section, or name its keys one by one")
            : keys.Exists(key => key.Text is null) ? ValueShape.NoText("a file of user secrets") : null;
        return problem is null ? [.. keys.Select(key => (key.Item1, key.Text!))] : [];
    }

    /// <summary>The text with a key set to a value: where it stands, else in the innermost object that is written out for its section.</summary>
    /// <returns>Null where that does not read back, or the key is that of a section.</returns>
    public static string? With(string text, string key, string value)
    {
        string written = JsonText.Of(value);
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"{{\n  {JsonText.Of(key)}: {written}\n}}\n";
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            ConfigurationJsonPlaces places = ConfigurationJsonPlaces.Of(bytes, key);
            string? after = ConfigurationJson.ReadValue(text, key)?.Fields is not null ? null
                : places.Value is var (start, end) ? Encoding.UTF8.GetString(bytes.AsSpan(0, start)) + written + Encoding.UTF8.GetString(bytes.AsSpan(end))
                : places.Room is { } room ? room.With(bytes, $"{JsonText.Of(room.Rest)}: {written}") : null;
            return after is not null && ConfigurationJson.ReadValue(after, key)?.Whole is { } read && read.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(value)) ? after : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
