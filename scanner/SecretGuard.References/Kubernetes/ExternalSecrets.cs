using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>The External Secrets Operator: which key of which store becomes which key of which secret. Versions v1, v1beta1 and v1alpha1.</summary>
internal static class ExternalSecrets
{
    private const string DefaultStore = "SecretStore";

    /// <summary>Reads an ExternalSecret.</summary>
    public static void Read(Manifest manifest) => Read(manifest, manifest.Spec, manifest.Name);

    /// <summary>Reads a ClusterExternalSecret, which makes the same in several namespaces.</summary>
    public static void ReadCluster(Manifest manifest) =>
        Read(manifest, manifest.ExternalSpec, manifest.Spec.TextOf("externalSecretName") ?? manifest.Name);

    /// <summary>Reads a PushSecret, which writes a secret of the cluster into stores.</summary>
    public static void ReadPush(Manifest manifest)
    {
        YamlValue secret = manifest.Spec["selector", "secret", "name"];
        foreach (YamlValue match in manifest.Spec["data"].Items.Select(item => item["match"]))
        {
            if (secret.Text is null || match["remoteRef", "remoteKey"].Text is not { } remote)
            {
                continue;
            }

            foreach (YamlValue store in manifest.Spec["secretStoreRefs"].Items)
            {
                manifest.Add(manifest.Secret(secret.Text, match.TextOf("secretKey"), "PushSecret"), match["secretKey"].Text is null ? secret : match["secretKey"],
                    Remote(store, remote, match["remoteRef"].TextOf("property"), null, "PushSecret"));
            }
        }
    }

    private static void Read(Manifest manifest, YamlValue spec, string name)
    {
        string target = spec["target", "name"].Text ?? name;
        bool isTemplated = spec["target", "template", "data"].IsMap && spec["target", "template"].TextOf("mergePolicy") != "Merge";
        foreach (YamlValue entry in spec["data"].Items)
        {
            YamlValue remote = entry["remoteRef"];
            if (remote.TextOf("key") is { } key)
            {
                SecretReference reference = Remote(StoreOf(entry, spec), key, remote.TextOf("property"), remote.TextOf("version"), "remoteRef");
                manifest.Add(reference, remote["key"], manifest.Written(target, isTemplated ? null : entry.TextOf("secretKey")));
            }
        }

        foreach (YamlValue entry in spec["dataFrom"].Items)
        {
            YamlValue extract = entry["extract"].IsMap ? entry["extract"] : entry; // the first version had no word for it
            if (extract.TextOf("key") is { } key)
            {
                SecretReference reference = Remote(StoreOf(entry, spec), key, extract.TextOf("property"), extract.TextOf("version"), "extract");
                manifest.Add(reference, extract["key"], manifest.Written(target, "*"));
            }
            else if (entry["find"].IsMap)
            {
                string pattern = (entry["find"].TextOf("path") is { } path ? path.TrimEnd('/') + "/" : "") + "*";
                manifest.Add(Remote(StoreOf(entry, spec), pattern, null, null, "find") with { Kind = ReferenceKinds.Source }, entry["find"], manifest.Written(target, "*"));
            }
        }

        ReadTemplate(manifest, spec["target", "template"], target);
    }

    /// <summary>A template names the keys that the secret gets; what they are made of stands beside it.</summary>
    private static void ReadTemplate(Manifest manifest, YamlValue template, string target)
    {
        foreach ((YamlValue key, YamlValue _) in template["data"].Members)
        {
            if (key.Text is { } name)
            {
                manifest.Add(manifest.Written(target, name) with { Via = "template" }, key, manifest.Written(target, name));
            }
        }
    }

    private static YamlValue StoreOf(YamlValue entry, YamlValue spec) => entry["sourceRef", "storeRef"].IsMap ? entry["sourceRef", "storeRef"] : spec["secretStoreRef"];

    private static SecretReference Remote(YamlValue store, string key, string? property, string? version, string via) => new(StoreTypes.ExternalSecrets, ReferenceKinds.Secret, key)
    {
        Property = property,
        Version = version,
        Address = $"{store.TextOf("kind") ?? DefaultStore}/{store.TextOf("name") ?? "*"}",
        IsSecret = true,
        IsOptional = false,
        Via = via,
    };
}
