using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>The Secrets Store CSI driver: lists of objects as YAML within strings, those of Azure with YAML within strings again.</summary>
internal static class ProviderClasses
{
    /// <summary>Reads a SecretProviderClass.</summary>
    public static void Read(Manifest manifest)
    {
        YamlValue parameters = manifest.Spec["parameters"];
        foreach (YamlValue item in ObjectsIn(manifest, parameters))
        {
            Add(manifest, parameters, item);
        }
    }

    private static void Add(Manifest manifest, YamlValue parameters, YamlValue item)
    {
        (SecretReference? reference, YamlValue at) = manifest.Spec.TextOf("provider") switch
        {
            "azure" => (Azure(parameters, item), item["objectName"]),
            "aws" => (Aws(parameters, item), item["objectName"]),
            "vault" => (Vault(parameters, item), item["secretPath"]),
            _ => (null, item),
        };
        if (reference is null)
        {
            return;
        }

        IReadOnlyList<YamlValue> paths = item["jmesPath"].Items;
        foreach (YamlValue path in paths)
        {
            Add(manifest, reference with { Property = path.TextOf("path") }, path["path"], path.TextOf("objectAlias"));
        }

        if (paths.Count == 0)
        {
            Add(manifest, reference, at, item.TextOf("objectAlias") ?? item.TextOf("objectName"));
        }
    }

    /// <summary>Once for every key of a secret of the cluster that it becomes, and once where it becomes a file only.</summary>
    private static void Add(Manifest manifest, SecretReference reference, YamlValue at, string? alias)
    {
        SecretReference[] written = [.. manifest.Spec["secretObjects"].Items
            .SelectMany(secret => secret["data"].Items.Where(entry => alias is not null && entry.TextOf("objectName") == alias).Select(entry => (Secret: secret.TextOf("secretName"), Key: entry.TextOf("key"))))
            .Where(key => key.Secret is not null).Select(key => manifest.Written(key.Secret!, key.Key))];
        foreach (SecretReference? provided in written.Length == 0 ? new SecretReference?[] { null } : written)
        {
            manifest.Add(reference, at, provided);
        }
    }

    private static IEnumerable<YamlValue> ObjectsIn(Manifest manifest, YamlValue parameters)
    {
        foreach (YamlValue root in Parse(manifest, parameters["objects"]))
        {
            foreach (YamlValue item in root["array"].Items.Count > 0 ? root["array"].Items : root.Items)
            {
                foreach (YamlValue inner in item.IsMap ? [item] : Parse(manifest, item))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IReadOnlyList<YamlValue> Parse(Manifest manifest, YamlValue text) => text.Text is null ? [] : YamlDocuments.Read(text.Inner(), manifest.Found);

    private static SecretReference? Azure(YamlValue parameters, YamlValue item) => item.TextOf("objectName") is not { } name ? null
        : new SecretReference(StoreTypes.AzureKeyVault, item.TextOf("objectType") switch { "key" => ReferenceKinds.Key, "cert" => ReferenceKinds.Certificate, _ => ReferenceKinds.Secret }, name)
        {
            Version = item.TextOf("objectVersion"),
            Address = parameters.TextOf("keyvaultName") is { } vault ? $"https://{vault}.vault.azure.net/" : null,
            IsSecret = true,
            IsOptional = false,
            Via = "SecretProviderClass",
        };

    private static SecretReference? Aws(YamlValue parameters, YamlValue item) => item.TextOf("objectName") is not { } name ? null
        : new SecretReference(item.TextOf("objectType") == "ssmparameter" || name.Contains(":ssm:", StringComparison.Ordinal) ? StoreTypes.AwsSsm : StoreTypes.AwsSecretsManager, ReferenceKinds.Secret, name)
        {
            Version = item.TextOf("objectVersion") ?? item.TextOf("objectVersionLabel"),
            Address = parameters.TextOf("region"),
            IsSecret = true,
            IsOptional = false,
            Via = "SecretProviderClass",
        };

    private static SecretReference? Vault(YamlValue parameters, YamlValue item) => item.TextOf("secretPath") is not { } path ? null
        : new SecretReference(StoreTypes.Vault, ReferenceKinds.Secret, path)
        {
            Property = item.TextOf("secretKey"),
            Address = parameters.TextOf("vaultAddress"),
            IsSecret = true,
            IsOptional = false,
            Via = "SecretProviderClass",
        };
}
