using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>A declared secret that an ExternalSecret fetches.</summary>
/// <param name="Manifest">Who fetches it.</param>
/// <param name="Entry">What it asks for.</param>
/// <param name="Secret">What is declared of that.</param>
internal sealed record DeclaredEntry(Manifest Manifest, ExternalEntry Entry, DeclaredSecret Secret)
{
    /// <summary>All of a repository, manifest by manifest.</summary>
    public static IEnumerable<(Manifest Manifest, IReadOnlyList<DeclaredEntry> Entries)> In(LintRepository repository)
    {
        foreach (Manifest manifest in repository.Declaration.Secrets.Count == 0 ? [] : repository.Manifests.Where(manifest => manifest.IsExternalSecret))
        {
            DeclaredEntry[] entries = Of(manifest, manifest, repository);
            if (entries.Length > 0)
            {
                yield return (manifest, entries);
            }
        }
    }

    /// <summary>The same of patches that leave what is fetched to the object which they change: what that fetches, as the patch's own environment has it.</summary>
    public static IEnumerable<(Manifest Manifest, IReadOnlyList<DeclaredEntry> Entries)> OfPatches(LintRepository repository)
    {
        IEnumerable<Manifest> patches = repository.Declaration.Secrets.Count == 0 ? [] : repository.Manifests.Concat(repository.Patched).Where(repository.IsPart);
        foreach (Manifest patch in patches.Where(patch => patch.IsExternalSecret && !ExternalSecrets.Entries(patch).Any()))
        {
            yield return (patch, [.. repository.Manifests.Where(manifest => manifest.Consumer == patch.Consumer && !repository.PatchFiles.Has(manifest)).SelectMany(manifest => Of(manifest, patch, repository))]);
        }
    }

    private static DeclaredEntry[] Of(Manifest manifest, Manifest at, LintRepository repository) =>
        [.. ExternalSecrets.Entries(manifest).SelectMany(entry => repository.Names.Meant(entry.Reference, at.Path).Select(secret => new DeclaredEntry(manifest, entry, secret)))];

    /// <summary>Where the secret is declared, for people.</summary>
    public string Declared => $"{Secret.Location.Path}:{Secret.Location.StartLine}";
}
