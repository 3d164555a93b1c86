using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>PushSecrets that write over what a Vault got meanwhile, or take from a store what others read there.</summary>
internal sealed class PushLint : IRepositoryLint
{
    private const string Delete = "Delete";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.PushOverwrites, ManifestRules.PushDeletes];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Manifest[] pushing = [.. repository.Manifests.Where(manifest => manifest.Kind == "PushSecret")];
        if (pushing.Length == 0)
        {
            return;
        }

        ILookup<string, Manifest> stores = repository.Manifests.Where(manifest => manifest.IsStore).ToLookup(manifest => manifest.Consumer, StringComparer.Ordinal);
        ILookup<(string? Store, string Key), Manifest> readers = repository.Manifests.Where(manifest => manifest.IsExternalSecret)
            .SelectMany(manifest => ExternalSecrets.Entries(manifest).Select(entry => (manifest, entry))).ToLookup(read => (read.entry.Reference.Address, read.entry.Reference.Name), read => read.manifest);
        foreach (Manifest manifest in pushing)
        {
            // Who pushes what a generator makes rotates it by that.
            string? policy = manifest.Spec.TextOf("updatePolicy");
            if ((policy is null ? !repository.PatchFiles.Has(manifest) : policy == "Replace") && !manifest.Spec["selector", "generatorRef"].IsMap)
            {
                LookAtStores(manifest, stores, found);
            }

            if (manifest.Spec.TextOf("deletionPolicy") == Delete)
            {
                LookAtReaders(manifest, readers, repository, found);
            }
        }
    }

    private static void LookAtStores(Manifest manifest, ILookup<string, Manifest> stores, LintFindings found)
    {
        foreach (YamlValue named in ExternalSecrets.StoresOf(manifest))
        {
            string name = $"{named.TextOf("kind") ?? "SecretStore"}/{named.TextOf("name")}";
            if (!stores[name].Any() || !stores[name].All(store => SecretStores.Of(store) is { Store: StoreTypes.Vault } && !SecretStores.ProviderOf(store).Settings["checkAndSet"].Says("required")))
            {
                continue;
            }

            bool isFirst = stores[name].All(store => SecretStores.Of(store)!.EngineVersion == "v1");
            found.Add(ManifestRules.PushOverwrites, (manifest.Spec["updatePolicy"].Text is null ? named["name"] : manifest.Spec["updatePolicy"]).Location, $"{manifest.Consumer} {name}",
                isFirst ? $"'{name}' has the first engine, which keeps no versions: what this writes over is gone" : $"it writes over whatever '{name}' has, also what was changed there since: neither 'checkAndSet: {{ required: true }}' in the store nor updatePolicy IfNotExists is said");
        }
    }

    private static void LookAtReaders(Manifest manifest, ILookup<(string? Store, string Key), Manifest> readers, LintRepository repository, LintFindings found)
    {
        foreach ((YamlValue _, YamlValue remote) in ExternalSecrets.Pushed(manifest))
        {
            foreach (SecretReference reference in ExternalSecrets.StoresOf(manifest).Select(store => ExternalSecrets.Remote(store, remote.Text!, null, null, manifest.Kind)))
            {
                string? user = readers[(reference.Address, reference.Name)].FirstOrDefault() is { } reader ? $"{reader.Consumer} ({reader.Path}:{reader.NameLocation.StartLine}) reads it"
                    : repository.Names.Meant(reference, manifest.Path) is [{ } declared, ..] ? $"it is declared ({declared.Location.Path}:{declared.Location.StartLine})" : null;
                if (user is not null)
                {
                    found.Add(ManifestRules.PushDeletes, manifest.Spec["deletionPolicy"].Location, $"{manifest.Consumer} {remote.Text}", $"'{remote.Text}' is deleted in the store when this manifest goes or is renamed, and {user}");
                    return;
                }
            }
        }
    }
}
