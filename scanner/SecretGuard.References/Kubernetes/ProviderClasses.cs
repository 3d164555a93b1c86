using SecretGuard.Inventories;
using SecretGuard.References.Linting;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>The Secrets Store CSI driver: lists of objects as YAML within strings, those of Azure with YAML within strings again.</summary>
internal static class ProviderClasses
{
    private const string Alias = "objectAlias", Name = "objectName", Resource = "resourceName", Google = "gcpsm";

    /// <summary>Reads a SecretProviderClass.</summary>
    public static void Read(Manifest manifest)
    {
        ProviderObject[] objects = [.. Objects(manifest).Where(item => item.Reference is not null)];
        foreach (ProviderObject item in objects)
        {
            Add(manifest, item);
        }

        // What the driver is told of the place is all that a store declares.
        foreach (SecretReference of in objects.Select(item => item.Reference!).Where(reference => reference.Store != Google).DistinctBy(reference => (reference.Store, reference.Address)))
        {
            manifest.Found.Add(new StoreDeclaration(manifest.Kind, manifest.Name, of.Store, manifest.NameLocation)
            {
                Scope = manifest.Namespace,
                Address = of.Address is { } place && OpenName.IsOpen(place) ? null : of.Address,
                KubernetesMount = of.Store == StoreTypes.Vault ? MountOf(manifest.Spec["parameters"]) : null,
            });
        }
    }

    /// <summary>The path of the login to a Vault; null where it is no login of a cluster.</summary>
    private static string? MountOf(YamlValue parameters) =>
        parameters.TextOf("vaultAuthMethod") is not (null or "kubernetes") ? null : parameters.TextOf("vaultAuthMountPath") ?? parameters.TextOf("vaultKubernetesMountPath") ?? "kubernetes";

    /// <summary>What a class mounts, in the order of the file.</summary>
    public static IEnumerable<ProviderObject> Objects(Manifest manifest)
    {
        YamlValue parameters = manifest.Spec["parameters"];
        string provider = manifest.Spec.TextOf("provider") ?? "";
        foreach (YamlValue item in ItemsIn(manifest, parameters[provider == "gcp" ? "secrets" : "objects"]))
        {
            YamlValue at = item[provider switch { "vault" => "secretPath", "gcp" => Resource, _ => Name }];
            SecretReference? reference = provider switch { "azure" => Azure(parameters, item), "aws" => Aws(parameters, item), "vault" => Vault(parameters, item), "gcp" => OfGoogle(item), _ => null };
            IReadOnlyList<YamlValue> paths = item["jmesPath"].Items;
            foreach (YamlValue path in paths)
            {
                yield return new ProviderObject(path["path"], reference is null ? null : reference with { Property = path.TextOf("path") }, FileOf(provider, parameters, path.TextOf(Alias)));
            }

            string? file = provider == "gcp" ? item.TextOf("path") ?? item.TextOf("fileName") : item.TextOf(Alias) ?? item.TextOf(Name);
            yield return new ProviderObject(at, paths.Count == 0 ? reference : null, FileOf(provider, parameters, file)) { MayBeSplit = provider == "azure" };

            // The provider of AWS asks the other region each time, and mounts nothing where what stands in for the object is not there.
            if (provider == "aws" && reference is not null && item["failoverObject"][Name] is { Text: { } other } instead)
            {
                yield return new ProviderObject(instead, reference with { Name = other, Version = item["failoverObject"].TextOf("objectVersion") ?? item["failoverObject"].TextOf("objectVersionLabel"), Address = parameters.TextOf("failoverRegion") }, null);
            }
        }
    }

    /// <summary>The file that an object becomes. The provider of AWS makes one segment of a path.</summary>
    private static string? FileOf(string provider, YamlValue parameters, string? name) => provider != "aws" || name is null ? name
        : parameters.TextOf("pathTranslation") is { } sign && sign.Equals("False", StringComparison.OrdinalIgnoreCase) ? name.TrimStart('/')
        : name.Replace("/", parameters.TextOf("pathTranslation") ?? "_", StringComparison.Ordinal);

    /// <summary>Once for every key of a secret of the cluster that it becomes, and once where it becomes a file only.</summary>
    private static void Add(Manifest manifest, ProviderObject item)
    {
        SecretReference[] written = [.. manifest.Spec["secretObjects"].Items
            .SelectMany(secret => secret["data"].Items.Where(entry => item.IsMountedAs(entry.TextOf(Name))).Select(entry => (Secret: secret.TextOf("secretName"), Key: entry.TextOf("key"))))
            .Where(key => key.Secret is not null).Select(key => manifest.Written(key.Secret!, key.Key))];
        foreach (SecretReference? provided in written.Length == 0 ? new SecretReference?[] { null } : written)
        {
            manifest.Add(item.Reference!, item.At, provided);
        }
    }

    private static IEnumerable<YamlValue> ItemsIn(Manifest manifest, YamlValue list)
    {
        if (list.Items.Count > 0 || list.IsMap)
        {
            manifest.Found.Add(new Unread(list.Location, "the parameters of a SecretProviderClass are texts: a cluster takes this only behind a '|'"));
        }

        foreach (YamlValue root in list.Text is null ? [list] : Parse(manifest, list))
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

    private static SecretReference? Azure(YamlValue parameters, YamlValue item) => item.TextOf(Name) is not { } name ? null
        : new SecretReference(StoreTypes.AzureKeyVault, item.TextOf("objectType") switch { "key" => ReferenceKinds.Key, "cert" => ReferenceKinds.Certificate, _ => ReferenceKinds.Secret }, name)
        {
            Version = item.TextOf("objectVersion"),
            Address = parameters.TextOf("keyvaultName") is { } vault ? $"https://{vault}.{DomainOf(parameters.TextOf("cloudName"))}/" : null,
            IsSecret = true,
            IsOptional = false,
            Via = "SecretProviderClass",
        };

    private static string DomainOf(string? cloud) => cloud?.ToUpperInvariant() switch
    {
        "AZURECHINACLOUD" => "vault.azure.cn",
        "AZUREUSGOVERNMENTCLOUD" or "AZUREUSGOVERNMENT" => "vault.usgovcloudapi.net",
        _ => "vault.azure.net",
    };

    private static SecretReference? Aws(YamlValue parameters, YamlValue item) => item.TextOf(Name) is not { } name ? null
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

    /// <summary><c>projects/shop/secrets/db/versions/latest</c>, of a store that nothing here asks: called as the External Secrets Operator calls it.</summary>
    private static SecretReference? OfGoogle(YamlValue item) => item.TextOf(Resource)?.Split('/') is not ["projects", var project, .., "secrets", var name, "versions", var version] ? null
        : new SecretReference(Google, ReferenceKinds.Secret, name)
        {
            Version = version == "latest" ? null : version,
            Address = project,
            IsSecret = true,
            IsOptional = false,
            Via = "SecretProviderClass",
        };
}

/// <summary>Something that a SecretProviderClass mounts.</summary>
/// <param name="At">Where its name stands.</param>
/// <param name="Reference">What it is in its store; null where that is not known, or where only parts of it are taken.</param>
/// <param name="File">The file that it becomes, which is also its name in <c>secretObjects</c>; null where that is not known.</param>
internal sealed record ProviderObject(YamlValue At, SecretReference? Reference, string? File)
{
    /// <summary>Whether the provider, where it is told so, makes files of their own of a certificate and its key.</summary>
    public bool MayBeSplit { get; init; }

    /// <summary>Whether <c>secretObjects</c> may mean this by a name.</summary>
    public bool IsMountedAs(string? name) => File is not null && name is not null && (name == File || (MayBeSplit && (name == File + ".crt" || name == File + ".key")));
}
