using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Secrets that pods use in a namespace in which nothing fills them, while something does in another: for pulling images above all. The namespace must be one that the
/// repository fills, or both must stand in one folder, for what is deployed elsewhere is filled elsewhere.
/// </summary>
internal sealed class SecretPlaceLint : ILint, IRepositoryLint
{
    /// <summary>What copies secrets from one namespace to others.</summary>
    private static readonly string[] Copying = ["reflector.v1.k8s.emberstack.com", "replicator.v1.mittwald.de", "kubed.appscode.com/sync", "config-syncer", "kyverno.io", "ClusterSecret"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.SecretElsewhere];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source.IsYaml && Array.Exists(Copying, word => text.Source.Text.Contains(word, StringComparison.Ordinal) && (word != "ClusterSecret" || text.Manifests.Any(manifest => manifest.Kind == word))))
        {
            found.Keep(text.Source, new Copied(text.Source.Path));
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (repository.Kept<Copied>().Any())
        {
            return;
        }

        string? SpaceOf(SecretFiller filler) => repository.Namespaces.Of(filler.Location.Path, filler.Namespace);
        HashSet<string?> filled = [.. repository.Secrets.Fillers.Select(SpaceOf)];
        foreach (InventoryRecord user in repository.Secrets.Users.Where(user => user.Reference.IsOptional != true && !OpenName.IsOpen(user.Reference.Name)))
        {
            SecretReference used = user.Reference;
            SecretFiller[] fillers = [.. repository.Secrets.FillersOf(used.Name)];
            if (fillers.Length == 0 || repository.Namespaces.Of(user.Location.Path, used.Address) is not { } space || Array.Exists(fillers, filler => SpaceOf(filler) is null || SpaceOf(filler) == space)
                || repository.Secrets.MayBeFilledByTemplate(used.Name, space) || !(filled.Contains(space) || Array.Exists(fillers, filler => RepositoryPath.FolderOf(filler.Location.Path) == RepositoryPath.FolderOf(user.Location.Path))))
            {
                continue;
            }

            found.Add(ManifestRules.SecretElsewhere, user.Location, $"{user.Consumer} {space}/{used.Name}",
                $"'{used.Name}' is filled in namespace {string.Join(" and ", fillers.Select(filler => $"'{SpaceOf(filler)}'").Distinct(StringComparer.Ordinal))} only ({fillers[0].Location.Path}:{fillers[0].Location.StartLine}); in '{space}' {(used.Via == "imagePullSecrets" ? "no image is pulled with it" : "the pod waits for it")}");
        }
    }

    /// <summary>A file by which something may copy secrets.</summary>
    private sealed record Copied(string Path);
}
