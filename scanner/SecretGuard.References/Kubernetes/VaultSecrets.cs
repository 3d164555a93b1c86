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

    /// <summary>Reads a VaultDynamicSecret or a VaultPKISecret: what Vault makes when it is asked has no name that it could be looked up by, the secret is all that there is of it.</summary>
    public static void ReadMade(Manifest manifest)
    {
        YamlValue name = manifest.Spec["destination", "name"];
        if (name.Text is { } secret)
        {
            manifest.Add(manifest.Written(secret, null), name, manifest.Written(secret, "*"));
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
