using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Stores that the External Secrets Operator asks.</summary>
internal static class SecretStores
{
    private const string ParameterStore = "ParameterStore";

    /// <summary>Reads a SecretStore or a ClusterSecretStore.</summary>
    public static void Read(Manifest manifest)
    {
        (YamlValue key, YamlValue provider) = manifest.Spec["provider"].Members.FirstOrDefault(member => member.Key.Text is not null && member.Value.IsMap);
        if (key is null)
        {
            return;
        }

        StoreDeclaration store = new(manifest.Kind, manifest.Name, key.Text!, key.Location) { Scope = manifest.Kind == "SecretStore" ? manifest.Namespace : null };
        manifest.Found.Add(key.Text switch
        {
            "azurekv" => store with { Store = StoreTypes.AzureKeyVault, Address = provider.TextOf("vaultUrl") },
            "aws" => store with
            {
                Store = provider.TextOf("service") == ParameterStore ? StoreTypes.AwsSsm : StoreTypes.AwsSecretsManager,
                Service = provider.TextOf("service"),
                Address = provider.TextOf("region"),
                Prefix = provider.TextOf("prefix"),
            },
            "vault" or "openbao" => store with
            {
                Store = StoreTypes.Vault,
                Address = provider.TextOf("server"),
                Mount = provider.TextOf("path"),
                EngineVersion = provider.TextOf("version") ?? "v2",
            },
            "kubernetes" => store with { Store = StoreTypes.Kubernetes, Address = provider.TextOf("remoteNamespace") ?? "default" },
            _ => store,
        });
    }
}
