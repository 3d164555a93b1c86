using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>HashiCorp's operator: a path of a Vault that becomes a secret of the cluster.</summary>
internal static class VaultSecrets
{
    /// <summary>Reads a VaultStaticSecret.</summary>
    public static void Read(Manifest manifest)
    {
        YamlValue path = manifest.Spec["path"];
        if (path.Text is null)
        {
            return;
        }

        SecretReference reference = new(StoreTypes.Vault, ReferenceKinds.Secret, path.Text) { Address = manifest.Spec.TextOf("mount"), Version = manifest.Spec.TextOf("version"), IsSecret = true, IsOptional = false, Via = manifest.Kind };
        manifest.Add(reference, path, manifest.Spec["destination", "name"].Text is { } secret ? manifest.Written(secret, "*") : null);
    }

    /// <summary>Reads a VaultDynamicSecret: Vault makes what is asked for, and its role can be looked up. One of the External Secrets Operator names the whole path, and its Vault.</summary>
    public static void ReadDynamic(Manifest manifest) => ReadMade(manifest, manifest.Spec["path"], "");

    /// <summary>Reads a VaultPKISecret, which says the role alone.</summary>
    public static void ReadCertificate(Manifest manifest) => ReadMade(manifest, manifest.Spec["role"], "issue/");

    private static void ReadMade(Manifest manifest, YamlValue path, string folder)
    {
        YamlValue name = manifest.Spec["destination", "name"];
        SecretReference? written = name.Text is { } secret ? manifest.Written(secret, "*") : null;
        if (path.Text is { Length: > 0 } made && (manifest.Spec.TextOf("mount")?.Trim('/') ?? manifest.Spec["provider"].TextOf("server")) is { } address)
        {
            manifest.Add(new SecretReference(StoreTypes.Vault, ReferenceKinds.Secret, folder + made.Trim('/')) { Address = address, IsSecret = true, IsOptional = false, Via = manifest.Kind }, path, written);
        }
        else if (written is not null)
        {
            manifest.Add(manifest.Written(name.Text!, null), name, written);
        }
    }

    /// <summary>Reads a VaultAuth or a VaultConnection: secrets of the cluster that the operator signs in with, or trusts.</summary>
    public static void ReadLogin(Manifest manifest)
    {
        foreach ((YamlValue name, YamlPath? path) in YamlWalk.Scalars(manifest.Spec))
        {
            if (path is { Key: "secretRef" or "caCertSecretRef" } && name.Text is { Length: > 0 })
            {
                manifest.AddSecret(name, path.Key);
            }
        }
    }
}
