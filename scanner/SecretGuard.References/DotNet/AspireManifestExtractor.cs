using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.DotNet;

/// <summary>
/// The manifest that an AppHost of Aspire publishes: parameters and connection strings that whoever deploys it is asked for, and the variables that resources get of them.
/// Its format is that of https://json.schemastore.org/aspire-8.0.json.
/// </summary>
internal sealed class AspireManifestExtractor : IExtractor
{
    private static readonly Regex Use = new(@"\{(?<name>[A-Za-z][\w-]*)\.(?:value|connectionString|inputs\.\w+)\}", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "aspire-manifest";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        (source.HasEnd(".json") || source.Language is "json" or "jsonc") && source.Text.Contains("parameter.v0", StringComparison.Ordinal) && source.Text.Contains("\"resources\"", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        YamlValue resources = JsonDocuments.Read(source, found)["resources"];
        var keys = new Dictionary<string, SecretReference>(StringComparer.OrdinalIgnoreCase);
        foreach ((YamlValue name, YamlValue resource) in resources.Members.Where(member => member.Key.Text is not null && member.Value.TextOf("type") == "parameter.v0"))
        {
            if (resource["inputs"].Members.Any(input => input.Value.Says("secret") && !input.Value["default", "generate"].IsMap))
            {
                bool isConnection = resource.TextOf("connectionString") is not null;
                SecretReference key = new(StoreTypes.Configuration, ReferenceKinds.Configuration, $"{(isConnection ? "ConnectionStrings" : "Parameters")}:{name.Text}") { IsSecret = true, IsOptional = false, Via = Name };
                keys[name.Text!] = key;
                found.Add(key, name.Place(0, name.Text!.Length), $"resource/{name.Text}");
            }
        }

        foreach ((YamlValue name, YamlValue resource) in resources.Members)
        {
            foreach ((YamlValue variable, YamlValue value) in resource["env"].Members.Where(member => member.Key.Text is not null && member.Value.Text is not null))
            {
                foreach (Group use in Use.Matches(value.Text!).Select(match => match.Groups["name"]).Where(use => keys.ContainsKey(use.Value)))
                {
                    found.Add(keys[use.Value], value.Place(use.Index, use.Length), $"resource/{name.Text}", ReferenceOf.SecretVariable(variable.Text!, "env"));
                }
            }
        }
    }
}
