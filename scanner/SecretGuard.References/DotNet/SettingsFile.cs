using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using YamlDotNet.Core;

namespace SecretGuard.References.DotNet;

/// <summary>A file of settings in JSON, as .NET reads it: sections, and values at keys with colons.</summary>
internal static class SettingsFile
{
    /// <summary>Whether a text is JSON under a name that begins and ends so.</summary>
    public static bool IsNamed(SourceText source, string start) =>
        source.FileName.StartsWith(start, StringComparison.OrdinalIgnoreCase) && source.HasEnd(".json");

    /// <summary>The root of the file.</summary>
    public static YamlValue Read(SourceText source, Extraction found) => JsonDocuments.Read(source, found);

    /// <summary>Every key that has a value, with the place of its own last segment: <c>Db:Password</c>, <c>Users:0:Password</c>.</summary>
    public static IEnumerable<(string Key, YamlValue Name, YamlValue Value)> Keys(YamlValue root, string above = "")
    {
        foreach ((YamlValue name, YamlValue value) in root.Members.Where(member => member.Key.Text is not null))
        {
            string key = above.Length == 0 ? name.Text! : $"{above}:{name.Text}";
            foreach ((string, YamlValue, YamlValue) inner in Values(key, name, value))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<(string Key, YamlValue Name, YamlValue Value)> Values(string key, YamlValue name, YamlValue value) => value switch
    {
        { Style: not ScalarStyle.Any } => [(key, name, value)],
        { IsMap: true } => Keys(value, key),
        _ => value.Items.SelectMany((item, i) => Values($"{key}:{i}", name, item)),
    };
}
