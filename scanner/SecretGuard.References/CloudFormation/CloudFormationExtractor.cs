using SecretGuard.Inventories;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.CloudFormation;

/// <summary>
/// Templates of CloudFormation and SAM: the secrets that they make, and the tasks of ECS that get them by <c>Ref</c> and <c>Sub</c>. ARNs and <c>{{resolve:…}}</c> are read
/// wherever they stand, by whoever reads settings.
/// </summary>
internal sealed class CloudFormationExtractor : IExtractor
{
    private const string SecretType = "AWS::SecretsManager::Secret";
    private const string TaskType = "AWS::ECS::TaskDefinition";

    /// <inheritdoc/>
    public string Name => "cloudformation";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => (source.IsYaml || IsJson(source) || source.HasEnd(".template")) && source.Text.Contains(SecretType, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in IsJson(source) || source.Text.AsSpan().TrimStart().StartsWith("{") ? [JsonDocuments.Read(source, found)] : YamlDocuments.Read(source, found))
        {
            var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach ((YamlValue id, YamlValue resource) in Resources(root, SecretType))
            {
                YamlValue name = resource["Properties", "Name"];
                secrets[id.Text!] = name.Text is null ? $"{id.Text}-*" : Known(name.Text); // without a name it is called after its own, and something is put behind
                if (name.Text is not null)
                {
                    SecretReference reference = ReferenceOf.Secret(StoreTypes.AwsSecretsManager, secrets[id.Text!], SecretType);
                    found.Add(reference, name.Place(0, name.Text.Length), id.Text!, reference);
                }
            }

            foreach ((YamlValue id, YamlValue task) in Resources(root, TaskType))
            {
                foreach (YamlValue secret in task["Properties", "ContainerDefinitions"].Items.SelectMany(container => container["Secrets"].Items))
                {
                    ReadUse(found, secrets, secret, id.Text!);
                }
            }
        }
    }

    private static bool IsJson(SourceText source) => source.HasEnd(".json") || source.Language is "json" or "jsonc";

    private static IEnumerable<(YamlValue Id, YamlValue Resource)> Resources(YamlValue root, string type) =>
        root["Resources"].Members.Where(member => member.Key.Text is not null && member.Value.TextOf("Type") == type);

    /// <summary><c>!Ref Db</c>, <c>!Sub '${Db}:password::'</c>, or the same as objects.</summary>
    private static void ReadUse(Extraction found, Dictionary<string, string> secrets, YamlValue secret, string consumer)
    {
        YamlValue from = secret["ValueFrom"];
        YamlValue text = from.Text is not null ? from : from["Ref"].Text is not null ? from["Ref"] : from["Fn::Sub"];
        if (text.Text is null)
        {
            return;
        }

        int end = text.Text.IndexOf('}', StringComparison.Ordinal);
        bool isSub = text.Text.StartsWith("${", StringComparison.Ordinal) && end > 0;
        string id = isSub ? text.Text[2..end] : text.Text;
        if (secrets.TryGetValue(id, out string? name))
        {
            string[] rest = isSub ? text.Text[(end + 1)..].Split(':') : []; // :key:stage:version
            SecretReference reference = ReferenceOf.Secret(StoreTypes.AwsSecretsManager, name, "ValueFrom") with
            {
                Property = rest.ElementAtOrDefault(1) is { Length: > 0 } key ? key : null,
                Version = rest.ElementAtOrDefault(3) is { Length: > 0 } version ? version : rest.ElementAtOrDefault(2) is { Length: > 0 } stage ? stage : null,
            };
            found.Add(reference, text.Place(isSub ? 2 : 0, id.Length), consumer, secret.TextOf("Name") is { } variable ? ReferenceOf.SecretVariable(variable, "Secrets") : null);
        }
    }

    private static string Known(string text) => VaultSetting.Known(text);
}
