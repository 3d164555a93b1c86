using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Secrets of the cluster that two ExternalSecrets want to own: the operator lets one of them.</summary>
internal sealed class TargetLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.TargetShared];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var first = new Dictionary<(string Place, string? Space, string Target), Manifest>();
        foreach (Manifest manifest in repository.Manifests.Where(manifest => manifest.Kind == "ExternalSecret" && manifest.Spec["target", "creationPolicy"].Text is null or "Owner"))
        {
            // Overlays make the same secret for other clusters, so only what is deployed together counts: a folder, or where no namespace is said a file.
            string? space = repository.Namespaces.Of(manifest);
            string place = space is null ? manifest.Path : manifest.Path[..Math.Max(0, manifest.Path.LastIndexOf('/'))], target = ExternalSecrets.TargetOf(manifest);
            if (OpenName.IsOpen(target) || OpenName.IsOpen(manifest.Name) || first.TryAdd((place, space, target), manifest) || first[(place, space, target)] is var other && other.Name == manifest.Name)
            {
                continue;
            }

            YamlValue name = manifest.Spec["target", "name"];
            found.Add(ManifestRules.TargetShared, name.Text is null ? manifest.NameLocation : name.Location, $"{manifest.Consumer} {target}",
                $"'{other.Consumer}' ({other.Path}:{other.NameLocation.StartLine}) owns '{target}' too: the operator refuses one of them, and its keys are missing; creationPolicy Merge adds keys to a secret of another");
        }
    }
}
