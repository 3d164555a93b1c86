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
}
