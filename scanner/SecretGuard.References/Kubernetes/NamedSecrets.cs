using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Markdown;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Objects that name secrets of the cluster at one or two places.</summary>
internal static class NamedSecrets
{
    /// <summary>The kind of a secret that only its cluster can open.</summary>
    public const string SealedSecret = "SealedSecret";

    /// <summary>Certificates of an Ingress.</summary>
    public static void ReadIngress(Manifest manifest) => manifest.AddSecrets(manifest.Spec["tls"], "secretName", "tls");

    /// <summary>Certificates of a Gateway; those of Istio's stand where its proxy runs.</summary>
    public static void ReadGateway(Manifest manifest)
    {
        foreach (YamlValue listener in manifest.Spec["listeners"].Items)
        {
            manifest.AddSecrets(listener["tls", "certificateRefs"], "name", "certificateRefs");
        }

        foreach (YamlValue name in manifest.Spec["servers"].Items.Select(server => server["tls", "credentialName"]).Where(name => name.Text is not null))
        {
            manifest.Add(manifest.Secret(name.Text!, null, "credentialName") with { Address = null }, name);
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

    /// <summary>The secret that a Secret is, or that the controller of sealed secrets makes of a SealedSecret: it is made here, whoever fills it in. A template, and what others fill, may have any key.</summary>
    public static void ReadSecret(Manifest manifest)
    {
        YamlValue template = manifest.Spec["template"], name = manifest.Kind == SealedSecret && template["metadata", "name"].Text is not null ? template["metadata", "name"] : manifest.Root["metadata", "name"];
        if (name.Text is null || MarkdownExtractor.IsDocument(manifest.Path)) // an example says less than there is
        {
            return;
        }

        YamlValue[] maps = manifest.Kind == SealedSecret ? [manifest.Spec["encryptedData"], template["data"]] : [manifest.Root["data"], manifest.Root["stringData"]];
        YamlValue[] keys = [.. maps.SelectMany(map => map.Members).Select(member => member.Key).Where(key => key.Text is not null)];
        bool isOpen = keys.Length == 0 || manifest.Root.Source.IsTemplate || manifest.Root.TextOf("type") == "kubernetes.io/service-account-token";
        foreach (YamlValue key in isOpen ? [name] : keys)
        {
            SecretReference written = manifest.Written(name.Text, isOpen ? SameNames.Any : key.Text);
            manifest.Add(written, key, written);
        }

        foreach ((YamlValue key, YamlValue value) in isOpen ? [] : manifest.Root["stringData"].Members)
        {
            foreach (Interpolation variable in Interpolation.Placeholders(value.Text ?? "", ReferenceOf.SaysSecret(key.Text ?? "")))
            {
                manifest.Found.Add(ReferenceOf.SecretVariable(variable.Name, SecretReference.Placeholder) with { IsOptional = variable.IsOptional }, value.Place(variable.Start, variable.Name.Length), manifest.Consumer, manifest.Written(name.Text, key.Text));
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
