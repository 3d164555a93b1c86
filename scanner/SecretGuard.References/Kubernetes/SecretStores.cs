using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Stores that the External Secrets Operator asks.</summary>
internal static class SecretStores
{
    private const string ParameterStore = "ParameterStore", OwnCluster = "kubernetes.default";

    /// <summary>Reads a SecretStore or a ClusterSecretStore.</summary>
    public static void Read(Manifest manifest)
    {
        if (Of(manifest) is { } store)
        {
            manifest.Found.Add(store);
            ReadLogin(manifest);
        }
    }

    /// <summary>The secrets of the cluster that a store signs in with or trusts: whatever says a name and a key, or is called a reference to one. They are in the store's own namespace where no other is said.</summary>
    private static void ReadLogin(Manifest manifest)
    {
        foreach ((YamlValue name, YamlPath? path) in YamlWalk.Scalars(manifest.Spec["provider"]))
        {
            if (path is { Key: "name" } && (path.Owner["key"].Text is not null || path.Above.EndsWith("ecretRef", StringComparison.Ordinal)) && path.Owner.TextOf("type") is null or "Secret")
            {
                manifest.Add(manifest.Secret(name.Text!, path.Owner.TextOf("key"), path.Above) with { Address = path.Owner.TextOf("namespace") ?? manifest.Namespace }, name);
            }
        }
    }

    /// <summary>Whom a store asks, and how: the name of the provider, and its settings. Nothing where none is said.</summary>
    public static (YamlValue Name, YamlValue Settings) ProviderOf(Manifest manifest) =>
        manifest.Spec["provider"].Members.Where(member => member.Key.Text is not null && member.Value.IsMap).FirstOrDefault((YamlValue.Nothing, YamlValue.Nothing));

    /// <summary>The store that a manifest declares; null where it says no provider.</summary>
    public static StoreDeclaration? Of(Manifest manifest)
    {
        (YamlValue key, YamlValue provider) = ProviderOf(manifest);
        if (key.Text is null)
        {
            return null;
        }

        StoreDeclaration store = new(manifest.Kind, manifest.Name, key.Text, key.Location) { Scope = manifest.Kind == "SecretStore" ? manifest.Namespace : null };
        return key.Text switch
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
                KubernetesMount = provider["auth", "kubernetes"].IsMap ? provider["auth", "kubernetes"].TextOf("mountPath") ?? "kubernetes" : null,
            },
            "kubernetes" => store with
            {
                Store = StoreTypes.Kubernetes,
                Address = provider.TextOf("remoteNamespace") ?? "default",
                Server = provider["server"].TextOf("url") is { } url && !url.Contains(OwnCluster, StringComparison.Ordinal) ? url : null,
            },
            _ => store,
        };
    }
}
