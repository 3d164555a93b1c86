using SecretGuard.Inventories;
using SecretGuard.References.VaultTemplates;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Vault's agent, which a pod asks for by annotations: paths, and templates that name paths and fields.</summary>
internal static class VaultAnnotations
{
    private const string Secret = "vault.hashicorp.com/agent-inject-secret-";
    private const string FromPath = "vault.security.banzaicloud.io/vault-env-from-path"; // of Bank-Vaults
    private const string Template = "vault.hashicorp.com/agent-inject-template-";

    /// <summary>Secrets of the cluster that the agent is given: what it signs in with, the certificates of its connection.</summary>
    private static readonly string[] Given = ["vault.hashicorp.com/agent-extra-secret", "vault.hashicorp.com/tls-secret"];

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
                foreach (VaultTemplate secret in VaultTemplate.In(value.Text))
                {
                    manifest.Found.Add(Path(secret.Path, "agent-inject-template") with { Property = secret.Field }, value.Place(secret.Start, secret.Length), manifest.Consumer);
                }
            }
            else if (Given.Contains(key.Text, StringComparer.Ordinal))
            {
                manifest.AddSecret(value, key.Text![(key.Text!.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            }
            else if (key.Text == FromPath)
            {
                manifest.Add(Path(value.Text, "vault-env-from-path"), value, ReferenceOf.SecretVariable("*", "vault-env-from-path"));
            }
        }
    }

    private static SecretReference Path(string path, string via) => new(StoreTypes.Vault, ReferenceKinds.Secret, path) { IsSecret = true, IsOptional = false, Via = via };
}
