using System.Globalization;
using System.Text.Json.Nodes;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>The content of a <c>.secrets.baseline</c>.</summary>
internal sealed record SecretsBaseline
{
    /// <summary>The version of detect-secrets whose format, commands and texts these are.</summary>
    public const string ToolVersion = "1.5.0";

    /// <summary>Which version wrote it.</summary>
    public string Version { get; init; } = ToolVersion;

    /// <summary>What was looked for, and what was left out.</summary>
    public required ScanSettings Settings { get; init; }

    /// <summary>The entries.</summary>
    public required IReadOnlyCollection<SecretEntry> Entries { get; init; }

    /// <summary>When it was written, as the file says it; null in a slim one.</summary>
    public string? GeneratedAt { get; init; }

    /// <summary>Whether entries carry no lines.</summary>
    public bool IsSlim => Entries.Count > 0 ? Entries.All(entry => entry.Line == 0) : GeneratedAt is null;

    /// <summary>An instant as the file writes it.</summary>
    public static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text that goes into a file; on standard output it is the same.</summary>
    public string Write() => PythonJson.Write(ToJson()) + "\n";

    private JsonObject ToJson()
    {
        var document = new JsonObject { ["version"] = Version };
        document["plugins_used"] = new JsonArray([.. Settings.Plugins.OrderBy(plugin => plugin.Name.ToLowerInvariant(), CodePointOrder.Instance).Select(plugin => plugin.ToJson("name"))]);
        document["filters_used"] = new JsonArray([.. Settings.Filters.OrderBy(filter => filter.Name.ToLowerInvariant(), CodePointOrder.Instance).Select(filter => filter.ToJson("path"))]);
        var results = new JsonObject();
        foreach (IGrouping<string, SecretEntry> file in Entries.GroupBy(entry => entry.Identity.File, StringComparer.Ordinal).OrderBy(file => file.Key, CodePointOrder.Instance))
        {
            results[file.Key] = new JsonArray([.. Sorted(file).Select(ToJson)]);
        }

        document["results"] = results;
        if (GeneratedAt is not null)
        {
            document["generated_at"] = GeneratedAt;
        }

        return document;
    }

    /// <summary>The entries of one file in the order of the format.</summary>
    public static IEnumerable<SecretEntry> Sorted(IEnumerable<SecretEntry> entries) => entries
        .OrderBy(entry => entry.Line)
        .ThenBy(entry => entry.Identity.Hash, StringComparer.Ordinal)
        .ThenBy(entry => entry.Identity.Type, CodePointOrder.Instance);

    private static JsonObject ToJson(SecretEntry entry)
    {
        var members = new JsonObject
        {
            ["type"] = entry.Identity.Type,
            ["filename"] = entry.Identity.File,
            ["hashed_secret"] = entry.Identity.Hash,
            ["is_verified"] = entry.IsVerified,
        };
        if (entry.Line > 0)
        {
            members["line_number"] = entry.Line;
        }

        if (entry.IsSecret is { } isSecret)
        {
            members["is_secret"] = isSecret;
        }

        return members;
    }
}
