using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Vault's agent, which a pod asks for by annotations: paths, and templates that name paths and fields.</summary>
internal static class VaultAnnotations
{
    private const string Secret = "vault.hashicorp.com/agent-inject-secret-";
    private const string Template = "vault.hashicorp.com/agent-inject-template-";

    /// <summary>Reads the annotations of a pod.</summary>
    public static void Read(Manifest manifest, YamlValue annotations)
    {
        foreach ((YamlValue key, YamlValue value) in annotations.Members)
        {
            if (value.Text is null)
            {
                continue;
            }

            if (key.Text?.StartsWith(Secret, StringComparison.Ordinal) == true)
            {
                manifest.Add(Path(value.Text, "agent-inject-secret"), value);
            }
            else if (key.Text?.StartsWith(Template, StringComparison.Ordinal) == true)
            {
                foreach (Match path in PathInTemplate.Matches(value.Text))
                {
                    manifest.Add(Path(path.Groups["path"].Value, "agent-inject-template"), value);
                }
            }
        }
    }

    private static SecretReference Path(string path, string via) => new(StoreTypes.Vault, ReferenceKinds.Secret, path) { IsSecret = true, IsOptional = false, Via = via };

    private static readonly Regex PathInTemplate = new("""\bsecret\s+"(?<path>[^"{}\s]{1,300})["]""", RegexOptions.NonBacktracking);
}
