using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>The External Secrets Operator: which key of which store becomes which key of which secret. Versions v1, v1beta1 and v1alpha1.</summary>
internal static class ExternalSecrets
{
    /// <summary>Where a template takes all that there is: the point alone, a loop, or what it calls.</summary>
    private static readonly Regex All = new("""\{\{[^}]*(?:[\s(]\.[\s)}|]|\brange\b|\$|\b(?:include|template|tpl)\b)""", RegexOptions.NonBacktracking);

    private const string DefaultStore = "SecretStore";

    /// <summary>Reads a PushSecret, which writes a secret of the cluster into stores.</summary>
    public static void ReadPush(Manifest manifest)
    {
        YamlValue secret = manifest.Spec["selector", "secret", "name"], template = manifest.Spec["template", "data"];
        foreach ((YamlValue match, YamlValue remote) in Pushed(manifest).Where(_ => secret.Text is not null))
        {
            foreach (YamlValue store in manifest.Spec["secretStoreRefs"].Items)
            {
                string? key = match.TextOf("secretKey");
                bool isMade = key is not null && template[key] != YamlValue.Nothing; // of whatever keys the secret has
                manifest.Add(manifest.Secret(secret.Text!, isMade ? null : key, "PushSecret"), match["secretKey"].Text is null ? secret : match["secretKey"],
                    Remote(store, remote.Text!, match["remoteRef"].TextOf("property"), null, "PushSecret"));
            }
        }

        if (manifest.Spec["dataTo"].Items.Count > 0) // all keys, or those that a pattern finds
        {
            manifest.AddSecret(secret, "PushSecret");
        }
    }

    /// <summary>What a PushSecret writes: of each entry what it matches, and the name that it gets in stores.</summary>
    public static IEnumerable<(YamlValue Match, YamlValue Remote)> Pushed(Manifest manifest) =>
        manifest.Spec["data"].Items.Select(item => item["match"]).Select(match => (match, match["remoteRef", "remoteKey"])).Where(pushed => pushed.Item2.Text is not null);

    /// <summary>The stores that an ExternalSecret or a PushSecret names; none for other kinds.</summary>
    public static IEnumerable<YamlValue> StoresOf(Manifest manifest)
    {
        if (manifest.Kind is "PushSecret")
        {
            return manifest.Spec["secretStoreRefs"].Items;
        }

        YamlValue spec = manifest.ExternalSpec;
        return !manifest.IsExternalSecret ? [] : spec["data"].Items.Concat(spec["dataFrom"].Items).Select(entry => entry["sourceRef", "storeRef"]).Prepend(spec["secretStoreRef"]).Where(store => store.IsMap);
    }

    /// <summary>What an ExternalSecret fetches, in the order of the file.</summary>
    public static IEnumerable<ExternalEntry> Entries(Manifest manifest)
    {
        YamlValue spec = manifest.ExternalSpec;
        foreach (YamlValue entry in spec["data"].Items)
        {
            YamlValue remote = entry["remoteRef"];
            if (remote.TextOf("key") is { } key)
            {
                yield return new ExternalEntry(remote["key"], remote["property"], entry["secretKey"], Remote(StoreOf(entry, spec), key, remote.TextOf("property"), remote.TextOf("version"), SecretReference.ExternalEntry));
            }
        }

        foreach (YamlValue entry in spec["dataFrom"].Items)
        {
            YamlValue extract = entry["extract"].IsMap ? entry["extract"] : entry; // the first version had no word for it
            if (extract.TextOf("key") is { } key)
            {
                yield return new ExternalEntry(extract["key"], extract["property"], YamlValue.Nothing, Remote(StoreOf(entry, spec), key, extract.TextOf("property"), extract.TextOf("version"), SecretReference.ExternalFields));
            }
            else if (entry["find"].IsMap)
            {
                string pattern = (entry["find"].TextOf("path") is { } path ? path.TrimEnd('/') + "/" : "") + "*";
                yield return new ExternalEntry(entry["find"], YamlValue.Nothing, YamlValue.Nothing, Remote(StoreOf(entry, spec), pattern, null, null, "find") with { Kind = ReferenceKinds.Source });
            }
        }
    }

    /// <summary>The secret of the cluster that an ExternalSecret fills; of a ClusterExternalSecret the one in each of its namespaces.</summary>
    public static string TargetOf(Manifest manifest) => manifest.ExternalSpec["target", "name"].Text ?? manifest.Spec.TextOf("externalSecretName") ?? manifest.Name;

    /// <summary>Whether that is called as the object is, because nothing says another name.</summary>
    public static bool IsNamedAfter(Manifest manifest) => manifest.ExternalSpec["target", "name"].Text is null && manifest.Spec.TextOf("externalSecretName") is null;

    /// <summary>Whether only what a template says gets into the secret.</summary>
    public static bool IsTemplated(Manifest manifest) =>
        manifest.ExternalSpec["target", "template"] is var template && template["data"].IsMap && template.TextOf("mergePolicy") != "Merge";

    /// <summary>Reads an ExternalSecret, or a ClusterExternalSecret, which makes the same in several namespaces.</summary>
    public static void Read(Manifest manifest)
    {
        string target = TargetOf(manifest);
        bool isTemplated = IsTemplated(manifest);
        ExternalEntry[] entries = [.. Entries(manifest)];
        ILookup<string, string>? takers = isTemplated ? TakersOf(manifest, entries) : null;
        foreach (ExternalEntry entry in entries)
        {
            string?[] keys = takers is not null ? [.. takers[entry.Into.Text!]] : [entry.Reference.Via != SecretReference.ExternalEntry ? "*" : isTemplated ? null : entry.Into.Text];
            foreach (string? key in keys)
            {
                manifest.Add(entry.Reference, entry.Key, manifest.Written(target, key));
            }
        }

        ReadTemplate(manifest, manifest.ExternalSpec["target", "template"], target);
        ReadGenerators(manifest, target);
    }

    /// <summary>The keys whose templates name what an entry fetches, by the names of the entries; null where a template may take more than it names, or one is named by none.</summary>
    private static ILookup<string, string>? TakersOf(Manifest manifest, IReadOnlyList<ExternalEntry> entries)
    {
        YamlValue template = manifest.ExternalSpec["target", "template"];
        (string Key, string Text)[] made = [.. template["data"].Members.Where(member => member.Key.Text is not null).Select(member => (member.Key.Text!, member.Value.Text ?? ""))];
        string?[] fetched = [.. entries.Select(entry => entry.Into.Text)];
        if (template["templateFrom"].Items.Count > 0 || manifest.ExternalSpec["dataFrom"].Items.Count > 0 || fetched.Contains(null) || made.Any(one => All.IsMatch(one.Text)))
        {
            return null;
        }

        ILookup<string, string> takers = fetched.Distinct(StringComparer.Ordinal).SelectMany(name => made.Where(one => Names(one.Text, name!)).Select(one => (Name: name!, one.Key)))
            .ToLookup(one => one.Name, one => one.Key, StringComparer.Ordinal);
        return fetched.All(name => takers.Contains(name!)) ? takers : null;
    }

    /// <summary>Whether a template says <c>.name</c> or <c>"name"</c>.</summary>
    private static bool Names(string template, string name)
    {
        for (int at = template.IndexOf(name, StringComparison.Ordinal); at >= 0; at = template.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if (at > 0 && template[at - 1] is '.' or '"' or '`' && (end == template.Length || !(char.IsLetterOrDigit(template[end]) || template[end] is '_' or '-')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a generator makes no store has: the secret is all that there is of it.</summary>
    private static void ReadGenerators(Manifest manifest, string target)
    {
        foreach (YamlValue generator in manifest.ExternalSpec["dataFrom"].Items.Select(entry => entry["sourceRef", "generatorRef"]).Where(generator => generator["name"].Text is not null))
        {
            manifest.Add(manifest.Written(target, null) with { Via = "generatorRef" }, generator["name"], manifest.Written(target, "*"));
        }
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

    /// <summary>Something of a store that a manifest names.</summary>
    public static SecretReference Remote(YamlValue store, string key, string? property, string? version, string via) => new(StoreTypes.ExternalSecrets, ReferenceKinds.Secret, key)
    {
        Property = property,
        Version = version,
        Address = $"{store.TextOf("kind") ?? DefaultStore}/{store.TextOf("name") ?? "*"}",
        IsSecret = true,
        IsOptional = false,
        Via = via,
    };
}

/// <summary>Something that an ExternalSecret fetches.</summary>
/// <param name="Key">What is asked for: the name in the store, or the whole search.</param>
/// <param name="Property">The field of it, or nothing.</param>
/// <param name="Into">The key of the cluster's secret that gets it; nothing where all fields become keys.</param>
/// <param name="Reference">What is asked of which store, by the name that manifests give the store.</param>
internal sealed record ExternalEntry(YamlValue Key, YamlValue Property, YamlValue Into, SecretReference Reference);
