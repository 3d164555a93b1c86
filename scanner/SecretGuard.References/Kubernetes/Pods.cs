using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What the containers of a pod get: variables, whole secrets as variables, volumes, and what images are pulled with.</summary>
internal static class Pods
{
    private static readonly string[] Containers = ["containers", "initContainers", "ephemeralContainers"];

    /// <summary>Reads a pod, or what makes pods: their template stands at the same place in every kind, a cron job's one deeper.</summary>
    public static void Read(Manifest manifest)
    {
        YamlValue job = manifest.Spec["jobTemplate", "spec"];
        YamlValue template = (job.IsMap ? job : manifest.Spec)["template"];
        YamlValue pod = template.IsMap ? template["spec"] : manifest.Spec;
        if (!Array.Exists(Containers, name => pod[name].Items.Count > 0))
        {
            return;
        }

        foreach (YamlValue container in Containers.SelectMany(name => pod[name].Items))
        {
            ReadContainer(manifest, container);
        }

        foreach (YamlValue volume in pod["volumes"].Items)
        {
            ReadVolume(manifest, volume);
        }

        manifest.AddSecrets(pod["imagePullSecrets"], "name", "imagePullSecrets");
        VaultAnnotations.Read(manifest, (template.IsMap ? template : manifest.Root)["metadata", "annotations"]);
    }

    private static void ReadContainer(Manifest manifest, YamlValue container)
    {
        foreach (YamlValue variable in container["env"].Items)
        {
            YamlValue source = variable["valueFrom", "secretKeyRef"];
            if (source.TextOf("name") is { } secret)
            {
                YamlValue at = source["key"].Text is null ? source["name"] : source["key"];
                manifest.Add(manifest.Secret(secret, source.TextOf("key"), "secretKeyRef", source.Says("optional")), at, Variable(variable.TextOf("name")));
            }
        }

        foreach (YamlValue source in container["envFrom"].Items)
        {
            if (source["secretRef", "name"] is { Text: { } secret } name)
            {
                manifest.Add(manifest.Secret(secret, null, "envFrom", source["secretRef"].Says("optional")), name, Variable((source.TextOf("prefix") ?? "") + "*"));
            }
        }
    }

    private static void ReadVolume(Manifest manifest, YamlValue volume)
    {
        foreach (YamlValue secret in volume["projected", "sources"].Items.Select(source => source["secret"]).Prepend(volume["secret"]).Where(secret => secret.IsMap))
        {
            YamlValue name = secret["secretName"].Text is null ? secret["name"] : secret["secretName"];
            if (name.Text is null)
            {
                continue;
            }

            if (secret["items"].Items.Count == 0)
            {
                manifest.AddSecret(name, "volume", secret.Says("optional"));
            }

            foreach (YamlValue key in secret["items"].Items.Select(item => item["key"]).Where(key => key.Text is not null))
            {
                manifest.Add(manifest.Secret(name.Text, key.Text, "volume", secret.Says("optional")), key);
            }
        }

        YamlValue csi = volume["csi", "volumeAttributes", "secretProviderClass"];
        if (csi.Text is { } provider)
        {
            manifest.Add(new SecretReference(StoreTypes.Kubernetes, ReferenceKinds.ProviderClass, provider) { Address = manifest.Namespace, IsSecret = true, IsOptional = false, Via = "csi" }, csi);
        }
    }

    private static SecretReference? Variable(string? name) => name is null ? null
        : new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, name) { IsSecret = true, Via = "env" };
}
