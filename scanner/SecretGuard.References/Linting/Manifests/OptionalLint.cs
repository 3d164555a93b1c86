using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Pods that start without a secret which the declaration says is required.</summary>
internal sealed class OptionalLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.OptionalRequired];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (repository.Declaration.Secrets.Count == 0)
        {
            return;
        }

        foreach (Manifest manifest in repository.Manifests)
        {
            foreach (PodSecret use in PodTemplate.Of(manifest)?.Secrets().Where(use => use.IsOptional).DistinctBy(use => use.Source) ?? [])
            {
                IEnumerable<SecretReference> sources = repository.Secrets.FillersOf(use.Name, manifest.Namespace).Where(filler => use.Key is null || filler.Key is null || OpenName.MayBeSame(filler.Key, use.Key))
                    .Select(filler => filler.Source).OfType<SecretReference>().Append(manifest.Secret(use.Name, use.Key, use.Via));
                if (sources.SelectMany(source => repository.Names.Meant(source, manifest.Path)).FirstOrDefault(secret => secret.IsRequired) is { } required)
                {
                    found.Add(ManifestRules.OptionalRequired, use.Source["optional"].Location, $"{manifest.Consumer} {use.Name}",
                        $"'{required.Id}' is required ({required.Location.Path}:{required.Location.StartLine}), but the pod starts without it and fails later, or goes on without what it protects");
                }
            }
        }
    }
}
