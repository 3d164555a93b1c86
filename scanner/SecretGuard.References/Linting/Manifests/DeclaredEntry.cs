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
            DeclaredEntry[] entries = [.. ExternalSecrets.Entries(manifest).SelectMany(entry => repository.Names.Meant(entry.Reference, manifest.Path).Select(secret => new DeclaredEntry(manifest, entry, secret)))];
            if (entries.Length > 0)
            {
                yield return (manifest, entries);
            }
        }
    }

    /// <summary>Where the secret is declared, for people.</summary>
    public string Declared => $"{Secret.Location.Path}:{Secret.Location.StartLine}";
}
