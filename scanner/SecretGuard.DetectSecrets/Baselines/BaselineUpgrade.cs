using System.Globalization;
using System.Text.Json.Nodes;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>Brings the settings of an old baseline into the form of today, step by step, by its major and minor version.</summary>
internal static class BaselineUpgrade
{
    private static readonly string[] AddedWithOne = [FilterNames.LockFile, FilterNames.NotAlphanumeric, FilterNames.SwaggerFile];

    /// <summary>The settings of a baseline of any version.</summary>
    public static ScanSettings Settings(JsonObject document, string version)
    {
        (int Major, int Minor) from = MajorMinor(version);
        IReadOnlyList<Setting> plugins = [.. BaselineReader.Settings(document["plugins_used"], "plugins_used", "name").Select(Plugin)];
        if (from.CompareTo((1, 0)) >= 0)
        {
            IReadOnlyList<Setting> filters = BaselineReader.Settings(document["filters_used"], "filters_used", "path");
            return new ScanSettings(plugins, from.CompareTo((1, 1)) >= 0 ? filters : Added(filters));
        }

        plugins = [.. plugins, .. Paths(document["custom_plugin_paths"]).Select(path => new Setting(Path.GetFileNameWithoutExtension(path)).With("path", path))];
        return new ScanSettings(plugins, Added(FiltersBeforeOne(document)));
    }

    private static (int Major, int Minor) MajorMinor(string version)
    {
        string[] parts = version.Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) && parts.Length > 1
            && int.TryParse(new string([.. parts[1].TakeWhile(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
            ? (major, minor)
            : throw BaselineReader.Invalid("its version is no number");
    }

    /// <summary>Before 1.0 the limits had the names of their plugins. What an entry does not say the original fills in, and writes.</summary>
    private static Setting Plugin(Setting plugin)
    {
        var options = new JsonObject();
        foreach ((string option, JsonNode? value) in plugin.Options)
        {
            // What excluded nothing was null.
            options[option is "base64_limit" or "hex_limit" ? "limit" : option] = option == "keyword_exclude" && value is null ? "" : value?.DeepClone();
        }

        return PluginCatalogue.Complete(plugin with { Options = options });
    }

    private static IReadOnlyList<Setting> Added(IReadOnlyList<Setting> filters) =>
        [.. filters, .. AddedWithOne.Where(path => filters.All(filter => filter.Name != path)).Select(path => new Setting(path))];

    private static List<Setting> FiltersBeforeOne(JsonObject document)
    {
        List<Setting> filters =
        [
            .. FilterNames.FirstDefaults.Select(path => new Setting(path)),
            new Setting(FilterNames.Verification).With("min_level", FilterNames.MinLevelUnverified),
        ];
        AddPattern(filters, FilterNames.ExcludeFile, document["exclude"]?["files"] ?? document["exclude_regex"]);
        AddPattern(filters, FilterNames.ExcludeLine, document["exclude"]?["lines"]);
        if (document["word_list"]?["file"] is JsonValue file)
        {
            filters.Add(new Setting(FilterNames.WordList)
                .With("min_length", FilterNames.WordListMinLength)
                .With("file_name", file.DeepClone())
                .With("file_hash", document["word_list"]?["hash"]?.DeepClone()));
        }

        return filters;
    }

    private static void AddPattern(List<Setting> filters, string path, JsonNode? pattern)
    {
        if (pattern is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0)
        {
            filters.Add(new Setting(path).With("pattern", new JsonArray(JsonValue.Create(text))));
        }
    }

    private static IEnumerable<string> Paths(JsonNode? list) => list is JsonArray items ? items.OfType<JsonValue>().Select(item => item.TryGetValue(out string? path) ? path : null).OfType<string>() : [];
}
