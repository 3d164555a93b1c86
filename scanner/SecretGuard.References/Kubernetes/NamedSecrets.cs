using SecretGuard.References.VaultTemplates;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Objects that name secrets of the cluster at one or two places.</summary>
internal static class NamedSecrets
{
    /// <summary>Certificates of an Ingress.</summary>
    public static void ReadIngress(Manifest manifest) => manifest.AddSecrets(manifest.Spec["tls"], "secretName", "tls");

    /// <summary>Certificates of a Gateway.</summary>
    public static void ReadGateway(Manifest manifest)
    {
        foreach (YamlValue listener in manifest.Spec["listeners"].Items)
        {
            manifest.AddSecrets(listener["tls", "certificateRefs"], "name", "certificateRefs");
        }
    }

    /// <summary>The secret that cert-manager makes of a Certificate.</summary>
    public static void ReadCertificate(Manifest manifest)
    {
        YamlValue name = manifest.Spec["secretName"];
        if (name.Text is { } secret)
        {
            manifest.Add(manifest.Written(secret, null), name, manifest.Written(secret, null));
        }
    }

    /// <summary>Templates of Vault's agent among the files of a ConfigMap.</summary>
    public static void ReadConfigMap(Manifest manifest)
    {
        foreach (YamlValue file in manifest.Root["data"].Members.Select(member => member.Value).Where(file => file.Text is { } text && VaultTemplateExtractor.IsOne(text)))
        {
            foreach (VaultTemplate secret in VaultTemplate.In(file.Text!))
            {
                manifest.Found.Add(secret.Reference, file.Place(secret.Start, secret.Length), manifest.Consumer);
            }
        }
    }

    /// <summary>What pods of a ServiceAccount pull images with.</summary>
    public static void ReadServiceAccount(Manifest manifest)
    {
        manifest.AddSecrets(manifest.Root["imagePullSecrets"], "name", "imagePullSecrets");
        manifest.AddSecrets(manifest.Root["secrets"], "name", "ServiceAccount");
    }
}
