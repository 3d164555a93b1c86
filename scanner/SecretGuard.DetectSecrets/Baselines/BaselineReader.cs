using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>A baseline that cannot be used. The message is what detect-secrets says, and why.</summary>
public sealed class BaselineException(string message) : Exception(message);

/// <summary>Reads baselines of detect-secrets 0.12 to 1.5.</summary>
internal static class BaselineReader
{
    /// <summary>Reads the text of a baseline.</summary>
    /// <exception cref="BaselineException">It is no JSON, or lacks what a baseline must have.</exception>
    public static SecretsBaseline Read(string text)
    {
        JsonObject document = Parse(text);
        try
        {
            string version = Text(document["version"]) ?? throw Invalid("it has no version");
            ScanSettings settings = BaselineUpgrade.Settings(document, version);
            return new SecretsBaseline
            {
                Version = version,
                Settings = settings,
                Entries = Entries(document["results"] as JsonObject ?? throw Invalid("it has no results")),
                GeneratedAt = Text(document["generated_at"]),
            };
        }
        catch (InvalidOperationException)
        {
            throw Invalid("a value in it is of another kind than it should be");
        }
    }

    /// <summary>An exception for a baseline that lacks something.</summary>
    public static BaselineException Invalid(string why) => new($"Invalid baseline. ({why})");

    /// <summary>Settings in a list under a key, each named by a member.</summary>
    public static IReadOnlyList<Setting> Settings(JsonNode? list, string key, string name) =>
        [.. (list as JsonArray ?? throw Invalid($"it has no list '{key}'")).Select(item => Setting(item, key, name))];

    private static Setting Setting(JsonNode? item, string key, string name)
    {
        if (item is not JsonObject members || Text(members[name]) is not { } named)
        {
            throw Invalid($"an entry of '{key}' has no '{name}'");
        }

        JsonObject options = members.DeepClone().AsObject();
        options.Remove(name);
        return new Setting(named, options);
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            // What PowerShell's redirection writes begins with a mark.
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return PythonJson.Read(document.RootElement) as JsonObject ?? throw Invalid("it is no JSON object");
        }
        catch (JsonException error)
        {
            throw new BaselineException($"Unable to read baseline. (no JSON at line {error.LineNumber + 1})");
        }
        catch (InvalidOperationException)
        {
            throw new BaselineException("Unable to read baseline. (a text in it is no Unicode)");
        }
    }

    private static Dictionary<SecretIdentity, SecretEntry>.ValueCollection Entries(JsonObject results)
    {
        var entries = new Dictionary<SecretIdentity, SecretEntry>();
        foreach ((string file, JsonNode? list) in results)
        {
            foreach (JsonNode? item in list as JsonArray ?? throw Invalid("a file under 'results' has no list"))
            {
                if (item is not JsonObject members || Text(members["type"]) is not { } type || Text(members["hashed_secret"]) is not { } hash)
                {
                    throw Invalid("an entry under 'results' has no type or no hashed_secret");
                }

                var identity = new SecretIdentity(WithSlashes(file), hash, type);
                entries[identity] = new SecretEntry(identity, members["line_number"] is JsonValue line ? line.GetValue<int>() : 0)
                {
                    IsVerified = members["is_verified"] is JsonValue verified && verified.GetValue<bool>(),
                    IsSecret = members["is_secret"] is JsonValue secret ? secret.GetValue<bool>() : null,
                };
            }
        }

        return entries.Values;
    }

    /// <summary>A path as every baseline here has it: those that were written on Windows hold backslashes.</summary>
    public static string WithSlashes(string path) => path.Replace('\\', '/');

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
