using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Components of Dapr: what their settings take from a secret store, and those that are one. The stores are those of Dapr's own reference of components.</summary>
internal static class DaprComponents
{
    private const string Group = "dapr.io/", Stores = "secretstores.";

    /// <summary>Reads a Component, or an HTTPEndpoint, whose headers are settings too.</summary>
    public static void Read(Manifest manifest)
    {
        if (!manifest.ApiVersion.StartsWith(Group, StringComparison.Ordinal))
        {
            return;
        }

        YamlValue settings = manifest.Spec[manifest.Kind == DeclaredDapr.Component ? "metadata" : "headers"];
        if (manifest.Kind == DeclaredDapr.Component && manifest.Spec.TextOf("type") is { } type && type.StartsWith(Stores, StringComparison.Ordinal))
        {
            manifest.Found.Add(StoreOf(manifest, type, settings));
        }

        string store = manifest.Root["auth"].TextOf("secretStore") ?? DeclaredDapr.Cluster;
        foreach (YamlValue setting in settings.Items.Append(manifest.Spec["clientTLS", "certificate"]).Append(manifest.Spec["clientTLS", "privateKey"]).Append(manifest.Spec["clientTLS", "rootCA"]))
        {
            YamlValue name = setting["secretKeyRef", "name"], variable = setting["envRef"];
            if (name.Text is not null)
            {
                manifest.Add(Secret(manifest, store, name.Text, setting["secretKeyRef"].TextOf("key")), name);
            }
            else if (variable.Text is not null)
            {
                manifest.Add(ReferenceOf.Variable(variable.Text, "envRef"), variable);
            }
        }
    }

    private static SecretReference Secret(Manifest manifest, string store, string name, string? key) => store == DeclaredDapr.Cluster
        ? manifest.Secret(name, key, "secretKeyRef")
        : ReferenceOf.Secret(StoreTypes.Dapr, name, "secretKeyRef") with { Property = key == name ? null : key, Address = store }; // whose secrets have no fields takes the name for the key

    private static StoreDeclaration StoreOf(Manifest manifest, string type, YamlValue settings)
    {
        string? Setting(string name) => settings.Items.FirstOrDefault(item => item.TextOf("name") == name)?.TextOf("value");

        StoreDeclaration store = new(manifest.Kind, manifest.Name, type, manifest.Spec["type"].Location);
        return type[Stores.Length..] switch
        {
            "azure.keyvault" => store with { Store = StoreTypes.AzureKeyVault, Address = Setting("vaultName") is { } vault ? $"https://{vault}.vault.azure.net/" : null },
            "aws.secretmanager" => store with { Store = StoreTypes.AwsSecretsManager, Address = Setting("region") },
            "aws.parameterstore" => store with { Store = StoreTypes.AwsSsm, Address = Setting("region"), Prefix = Setting("prefix") },
            "hashicorp.vault" => store with
            {
                Store = StoreTypes.Vault,
                Address = Setting("vaultAddr") ?? "https://127.0.0.1:8200",
                Mount = Setting("enginePath") ?? "secret",
                EngineVersion = "v2",
                Prefix = Setting("vaultKVUsePrefix") == "false" ? null : (Setting("vaultKVPrefix") ?? "dapr").Trim('/') + "/",
            },
            "kubernetes" => store with { Store = StoreTypes.Kubernetes, Address = manifest.Namespace ?? "default" },
            "local.env" => store with { Store = StoreTypes.Environment, Prefix = Setting("prefix") },
            _ => store,
        };
    }
}
