using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Stores that a namespace may not use, as far as both namespaces are known: a SecretStore serves its own namespace alone, a ClusterSecretStore those of its conditions.
/// </summary>
internal sealed class StoreReachLint : IRepositoryLint
{
    private const string Store = "SecretStore";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.StoreOutOfReach];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        ILookup<(string Kind, string Name), Manifest> stores = repository.Manifests.Where(manifest => manifest.IsStore).ToLookup(manifest => (manifest.Kind, manifest.Name));
        ILookup<string, YamlValue> labels = repository.Manifests.Where(manifest => manifest.Kind == "Namespace").ToLookup(manifest => manifest.Name, manifest => manifest.Root["metadata", "labels"], StringComparer.Ordinal);
        foreach ((Manifest manifest, YamlValue named) in repository.Manifests.SelectMany(manifest => ExternalSecrets.StoresOf(manifest).Select(store => (manifest, store))))
        {
            (string kind, string name) = (named.TextOf("kind") ?? Store, named.TextOf("name") ?? "");
            Manifest[] meant = [.. stores[(kind, name)]];
            foreach (string space in meant.Length == 0 ? [] : SpacesOf(manifest, repository))
            {
                string? why = kind == Store ? Elsewhere(meant, space, repository) : Excluded(meant, space, labels);
                if (why is not null)
                {
                    found.Add(ManifestRules.StoreOutOfReach, named["name"].Location, $"{manifest.Consumer} {kind}/{name}", why);
                }
            }
        }

        foreach (Manifest store in repository.Manifests.Where(manifest => manifest.Kind == Store))
        {
            LookAtReferences(store, repository.Namespaces.Of(store), found);
        }
    }

    private static IEnumerable<string> SpacesOf(Manifest manifest, LintRepository repository) => manifest.Kind == "ClusterExternalSecret"
        ? manifest.Spec["namespaces"].Items.Select(item => item.Text).OfType<string>().Where(space => !OpenName.IsOpen(space))
        : repository.Namespaces.Of(manifest) is { } space ? [space] : [];

    private static string? Elsewhere(Manifest[] stores, string space, LintRepository repository)
    {
        string?[] spaces = [.. stores.Select(repository.Namespaces.Of)];
        return Array.Exists(spaces, one => one is null || one == space) ? null
            : $"the SecretStore '{stores[0].Name}' is in namespace {string.Join(" and ", spaces.Distinct(StringComparer.Ordinal).Select(one => $"'{one}'"))} and serves no other; this is in '{space}'";
    }

    private static string? Excluded(Manifest[] stores, string space, ILookup<string, YamlValue> labels) =>
        Array.TrueForAll(stores, store => NamespaceConditions.Exclude(store.Spec["conditions"], space, labels[space].FirstOrDefault()))
            ? $"the conditions of the ClusterSecretStore '{stores[0].Name}' ({stores[0].Path}:{stores[0].Spec.KeyOf("conditions").Location.StartLine}) leave namespace '{space}' out" : null;

    /// <summary>What a SecretStore signs in with must be in its own namespace: the operator refuses it otherwise.</summary>
    private static void LookAtReferences(Manifest store, string? space, LintFindings found)
    {
        if (space is null)
        {
            return;
        }

        foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(store.Spec["provider"]))
        {
            if (path is { Key: "namespace" } && path.Owner["name"].Text is not null && scalar.Text is { } named && named.Any(char.IsAsciiLetterOrDigit) && !OpenName.MayBeSame(named, space)) // dots hold a place
            {
                found.Add(ManifestRules.StoreOutOfReach, scalar.Location, $"{store.Consumer} {path.Above}", $"a SecretStore takes '{path.Above}' from its own namespace '{space}' only, and is refused with '{named}'; a ClusterSecretStore may name another");
            }
        }
    }
}
