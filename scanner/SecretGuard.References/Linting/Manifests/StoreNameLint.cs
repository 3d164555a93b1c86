using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Stores that an ExternalSecret or a PushSecret names and nothing declares. A repository that declares no store of the kind leaves them to others: then only a name
/// that is of the other kind here is wrong.
/// </summary>
internal sealed class StoreNameLint : IRepositoryLint
{
    private const string Store = "SecretStore", ClusterStore = "ClusterSecretStore";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.UnknownStore];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        ILookup<string, string> declared = repository.Manifests.Where(manifest => manifest.Kind is Store or ClusterStore).ToLookup(manifest => manifest.Kind, manifest => manifest.Name, StringComparer.Ordinal);

        // A store that hands on what one namespace has says nothing of where the team's stores are declared.
        HashSet<string> kept = [.. repository.Manifests.Where(manifest => manifest.Kind is Store or ClusterStore && !manifest.Spec["provider", "kubernetes"].IsMap).Select(manifest => manifest.Kind)];
        HashSet<string> others = [.. repository.Declaration.Stores.Select(store => store.Name)];
        foreach ((Manifest manifest, YamlValue store) in repository.Manifests.SelectMany(manifest => ExternalSecrets.StoresOf(manifest).Select(store => (manifest, store))))
        {
            string kind = store.TextOf("kind") ?? Store, other = kind == Store ? ClusterStore : Store;
            if (store.TextOf("name") is not { } name || kind is not (Store or ClusterStore) || others.Contains(name) || declared[kind].Any(one => OpenName.MayBeSame(one, name)))
            {
                continue;
            }

            if (declared[other].Contains(name, StringComparer.Ordinal))
            {
                found.Add(ManifestRules.UnknownStore, store["name"].Location, $"{manifest.Consumer} {kind}/{name}",
                    store["kind"].Text is null ? $"without a kind this is a {kind}, and '{name}' is a {other} here" : $"'{name}' is a {other} here, not a {kind}");
            }
            else if (kept.Contains(kind))
            {
                found.Add(ManifestRules.UnknownStore, store["name"].Location, $"{manifest.Consumer} {kind}/{name}", $"no {kind} here is called '{name}'{NearestName.Hint(name, declared[kind])}");
            }
        }
    }
}
