using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.SecretStrings;

/// <summary>Strings in any YAML in whose place a tool puts a secret: of vals, of Bank-Vaults, of ArgoCD's plugin for Vault, of Ansible, of the Serverless Framework.</summary>
internal sealed class SecretStringExtractor : IExtractor
{
    private const string PluginPath = "avp.kubernetes.io/path";
    private const string EncodedVault = "dmF1bHQ6"; // "vault:" in Base64, as data of a Secret has it

    private static readonly Regex Sign = new("""ref\+[a-z0-9]+://|vault:[A-Za-z0-9_][\w./*-]*#|<\s*path:|dmF1bHQ6|avp\.kubernetes\.io/path|\$\{ssm[:(]|\b(?:lookup|query|q)\(""", RegexOptions.NonBacktracking);
    private static readonly Regex Placeholder = new(@"<\s*(?<key>[A-Za-z_][\w.-]*)\s*(?:\|[^<>]*)?>", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "secret-strings";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.IsYaml && Sign.IsMatch(source.Text);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            string consumer = root.TextOf("kind") is { } kind ? $"{kind}/{root["metadata", "name"].Text}" : "";
            string? path = root["metadata", "annotations"].TextOf(PluginPath);
            foreach ((YamlValue scalar, YamlPath? at) in YamlWalk.Scalars(root))
            {
                string text = scalar.Text!;
                if (text.StartsWith(EncodedVault, StringComparison.Ordinal) && Decoded(text) is { } decoded)
                {
                    Add(VaultReference.In(decoded), (_, _) => scalar.Location);
                    continue;
                }

                Add(ValsReference.In(text).Concat(VaultReference.In(text)).Concat(LookupReference.In(text)).Concat(path is null || at?.Key == PluginPath ? [] : Placeholders(path, text)), scalar.Place);

                void Add(IEnumerable<(SecretReference Reference, int Start, int Length)> references, Func<int, int, Location> place)
                {
                    foreach ((SecretReference reference, int start, int length) in references)
                    {
                        found.Add(reference, place(start, length), consumer, Provided(root, at));
                    }
                }
            }
        }
    }

    /// <summary>Keys of the secret that an annotation names for the whole manifest.</summary>
    private static IEnumerable<(SecretReference Reference, int Start, int Length)> Placeholders(string path, string text) => Placeholder.Matches(text).Select(match => match.Groups["key"])
        .Select(key => (ReferenceOf.Secret(StoreTypes.Vault, path, "argocd-vault-plugin") with { Property = key.Value }, key.Index, key.Length));

    private static string? Decoded(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>The variable of a container, or the key of a secret of the cluster, that the string is the value of.</summary>
    private static SecretReference? Provided(YamlValue root, YamlPath? path) => path switch
    {
        { Key: "value", Above: "env" } when path.Owner.TextOf("name") is { } variable => ReferenceOf.SecretVariable(variable, "env"),
        { Key.Length: > 0, Above: "data" or "stringData", Up.Up: null } when root.TextOf("kind") == "Secret" && root["metadata", "name"].Text is { } name =>
            ReferenceOf.Secret(StoreTypes.Kubernetes, name, "Secret") with { Property = path.Key, Address = root["metadata", "namespace"].Text },
        _ => null,
    };
}
