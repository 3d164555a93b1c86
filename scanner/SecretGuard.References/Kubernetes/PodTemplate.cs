using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>A pod, or the template that something makes pods of.</summary>
/// <param name="Spec">What it is to be.</param>
/// <param name="Metadata">Its labels and annotations.</param>
internal sealed record PodTemplate(YamlValue Spec, YamlValue Metadata)
{
    private const string OfVault = "vault.";

    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    /// <summary>All containers.</summary>
    public IEnumerable<YamlValue> Containers => Lists.SelectMany(name => Spec[name].Items);

    /// <summary>The pod of an object: the template stands at the same place in every kind, a cron job's one deeper. Null where there is none.</summary>
    public static PodTemplate? Of(Manifest manifest)
    {
        YamlValue job = manifest.Spec["jobTemplate", "spec"];
        YamlValue template = (job.IsMap ? job : manifest.Spec)["template"];
        PodTemplate pod = template.IsMap ? new(template["spec"], template["metadata"]) : new(manifest.Spec, manifest.Root["metadata"]);
        bool isPatch = template.IsMap && (pod.Spec["volumes"].Items.Count > 0 || pod.Metadata["annotations"].Members.Any(one => one.Key.Text?.StartsWith(OfVault, StringComparison.Ordinal) == true));
        return pod.Containers.Any() || isPatch ? pod : null;
    }

    /// <summary>The secrets of the cluster that its containers get as variables, and that it has as volumes.</summary>
    public IEnumerable<PodSecret> Secrets() => Containers.SelectMany(OfContainer).Concat(Spec["volumes"].Items.SelectMany(OfVolume));

    /// <summary>The names of the classes of the Secrets Store CSI driver that it mounts.</summary>
    public IEnumerable<YamlValue> Classes() => Spec["volumes"].Items.Select(volume => volume["csi", "volumeAttributes", "secretProviderClass"]).Where(name => name.Text is not null);

    /// <summary>Those that one container gets as variables.</summary>
    public static IEnumerable<PodSecret> OfContainer(YamlValue container)
    {
        foreach (YamlValue variable in container["env"].Items)
        {
            YamlValue source = variable["valueFrom", "secretKeyRef"];
            if (source.TextOf("name") is { } secret)
            {
                yield return new PodSecret(secret, source.TextOf("key"), "secretKeyRef", source["key"].Text is null ? source["name"] : source["key"], source) { Variable = variable.TextOf("name") };
            }
        }

        foreach (YamlValue source in container["envFrom"].Items)
        {
            if (source["secretRef", "name"] is { Text: { } secret } name)
            {
                yield return new PodSecret(secret, null, "envFrom", name, source["secretRef"]) { Variable = (source.TextOf("prefix") ?? "") + "*" };
            }
        }
    }

    private static IEnumerable<PodSecret> OfVolume(YamlValue volume)
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
                yield return new PodSecret(name.Text, null, "volume", name, secret) { Volume = volume.TextOf("name") };
            }

            foreach (YamlValue key in secret["items"].Items.Select(item => item["key"]).Where(key => key.Text is not null))
            {
                yield return new PodSecret(name.Text, key.Text, "volume", key, secret) { Volume = volume.TextOf("name") };
            }
        }
    }
}

/// <summary>A secret of the cluster that a pod uses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The key that is taken; null for all.</param>
/// <param name="Via">How: <c>secretKeyRef</c>, <c>envFrom</c>, <c>volume</c>.</param>
/// <param name="At">Where the key is named, or else the secret.</param>
/// <param name="Source">What names it: name, key, <c>optional</c>.</param>
internal sealed record PodSecret(string Name, string? Key, string Via, YamlValue At, YamlValue Source)
{
    /// <summary>The variable that gets it, with <c>*</c> for each key of a whole secret; null for a volume.</summary>
    public string? Variable { get; init; }

    /// <summary>The volume that holds it; null for a variable.</summary>
    public string? Volume { get; init; }

    /// <summary>Whether the pod starts without it.</summary>
    public bool IsOptional => Source.Says("optional");
}
