using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Markdown;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Service accounts that pods and stores name, and that are not among those which the repository makes in that namespace, or beside them where no namespace is said. Where it
/// makes none there, they are made elsewhere.
/// </summary>
internal sealed class AccountNameLint : ILint, IRepositoryLint
{
    private const string Default = "default"; // which every namespace has
    private const string OfTheCluster = "kube-system"; // whose controllers and add-ons have accounts that no repository declares

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.AccountUnknown];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (AccountMaker maker in AccountMaker.In(text).Distinct())
        {
            found.Keep(text.Source, maker);
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Manifest[] all = [.. repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount" && manifest.Name.Length > 0)];
        if (all.Length == 0 || !repository.IsWhole)
        {
            return;
        }

        var judge = new Judge(repository, all);
        foreach (Manifest manifest in repository.Manifests.Where(manifest => !MarkdownExtractor.IsDocument(manifest.Path)))
        {
            foreach ((YamlValue name, string? said) in AccountReferences.In(manifest).Where(account => account.Name.Text != Default && !OpenName.IsOpen(account.Name.Text!)))
            {
                string? space = manifest.Kind == "ClusterSecretStore" ? said : repository.Namespaces.Of(manifest);
                if (judge.WhatIsWrong(name.Text!, space, manifest.Path) is { } why)
                {
                    found.Add(ManifestRules.AccountUnknown, name.Location, $"{manifest.Consumer} {name.Text}", $"{(PodTemplate.Of(manifest) is null ? "nothing is filled, for the login has no token" : "no pod is made")}: {why}");
                }
            }
        }
    }

    private sealed class Judge(LintRepository repository, Manifest[] all)
    {
        private readonly OpenNames<Manifest> _accounts = new(all, account => account.Name);
        private readonly ILookup<string?, string> _bySpace = all.ToLookup(repository.Namespaces.Of, account => account.Name, StringComparer.Ordinal);
        private readonly ILookup<string, Manifest> _byFolder = all.ToLookup(account => RepositoryPath.FolderOf(account.Path), StringComparer.Ordinal);

        private readonly AccountMaker[] _others =
            [.. repository.Kept<AccountMaker>().Concat(repository.Kept<Kustomized>().SelectMany(AccountMaker.In)).Concat(repository.Configurations.SelectMany(AccountMaker.In)).Distinct()];

        /// <summary>Why no pod can have an account, for people; null where it can, or nobody can tell.</summary>
        public string? WhatIsWrong(string name, string? space, string path)
        {
            Manifest[] named = [.. _accounts.Of(name)];
            if (space == OfTheCluster || Array.Exists(named, account => repository.Namespaces.Of(account) is var own && (own is null || space is null || own == space))
                || Array.Exists(_others, maker => (maker.Namespace is null || space is null || maker.Namespace == space) && OpenName.MayBeSame(maker.Name, name)))
            {
                return null;
            }

            string[] neighbours = space is not null && _bySpace[space].Any() ? [.. _bySpace[space]]
                : [.. _byFolder[RepositoryPath.FolderOf(path)].Where(account => space is null || repository.Namespaces.Of(account) is null).Select(account => account.Name)];
            return named.Length > 0 ? $"service account '{name}' is in namespace '{repository.Namespaces.Of(named[0])}' ({named[0].Path}:{named[0].NameLocation.StartLine}), not in '{space}'"
                : neighbours.Length > 0 ? $"no service account '{name}' is {(space is null ? "here" : $"in '{space}'")}{NearestName.Hint(name, neighbours)}" : null;
        }
    }
}
