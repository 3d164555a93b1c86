using SecretGuard.References.Kubernetes;
using SecretGuard.References.Markdown;
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
        var judge = new Judge(repository, found);
        foreach (Manifest manifest in repository.Manifests.Concat(repository.Patched))
        {
            judge.Look(manifest, repository.IsPart(manifest));
        }
    }

    private sealed class Judge(LintRepository repository, LintFindings found)
    {
        private readonly ILookup<string, string> _declared = repository.Manifests.Where(manifest => manifest.IsStore).ToLookup(manifest => manifest.Kind, manifest => manifest.Name, StringComparer.Ordinal);

        /// <summary>The kinds that are declared here. A store that hands on what one namespace has says nothing of where the team's stores are declared.</summary>
        private readonly HashSet<string> _kept = [.. repository.Manifests.Where(manifest => manifest.IsStore && !manifest.Spec["provider", "kubernetes"].IsMap).Select(manifest => manifest.Kind)];

        private readonly HashSet<string> _others = [.. repository.Declaration.Stores.Select(store => store.Name)];

        /// <summary>The kinds that objects say, and patches of them: one operation may bring the kind and another one the name.</summary>
        private readonly ILookup<string, string> _said = repository.Manifests.Concat(repository.Patched).SelectMany(manifest => ExternalSecrets.StoresOf(manifest)
                .Where(store => store["kind"].Text is not null || !repository.IsPart(manifest)).Select(store => (manifest.Consumer, Kind: KindOf(store))))
            .ToLookup(said => said.Consumer, said => said.Kind, StringComparer.Ordinal);

        public void Look(Manifest manifest, bool isPart)
        {
            foreach (YamlValue store in ExternalSecrets.StoresOf(manifest))
            {
                string[] kinds = !isPart || store["kind"].Text is not null ? [KindOf(store)] : _said.Contains(manifest.Consumer) ? [.. _said[manifest.Consumer].Distinct(StringComparer.Ordinal)] : [Store, ClusterStore];
                if (store.TextOf("name") is { } name && !_others.Contains(name) && Array.TrueForAll(kinds, kind => kind is Store or ClusterStore && !_declared[kind].Any(one => OpenName.MayBeSame(one, name))))
                {
                    Tell(manifest, store, name, kinds);
                }
            }
        }

        private static string KindOf(YamlValue store) => store.TextOf("kind") ?? Store;

        private void Tell(Manifest manifest, YamlValue store, string name, string[] kinds)
        {
            string kind = string.Join(" or ", kinds), other = kinds[0] == Store ? ClusterStore : Store;
            if (kinds.Length == 1 && _declared[other].Contains(name, StringComparer.Ordinal))
            {
                found.Add(ManifestRules.UnknownStore, store["name"].Location, $"{manifest.Consumer} {kind}/{name}",
                    store["kind"].Text is null && kind == Store ? $"without a kind this is a {kind}, and '{name}' is a {other} here" : $"'{name}' is a {other} here, not a {kind}");
            }
            else if (Array.TrueForAll(kinds, _kept.Contains) && NearestName.Hint(name, kinds.SelectMany(one => _declared[one])) is var hint && (hint.Length > 0 || !IsExample(manifest)))
            {
                found.Add(ManifestRules.UnknownStore, store["name"].Location, $"{manifest.Consumer} {kind}/{name}", $"no {kind} here is called '{name}'{hint}");
            }
        }

        /// <summary>A document may show a manifest for a store that is not there. One that shows stores too shows all of it.</summary>
        private bool IsExample(Manifest manifest) => MarkdownExtractor.IsDocument(manifest.Path) && !repository.Manifests.Any(one => one.IsStore && one.Path == manifest.Path);
    }
}
