using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>The namespaces that manifests end up in, as far as files say it: Kustomize puts what it lists into its own, and the outermost that says one counts.</summary>
internal sealed class Namespaces
{
    private const string Unknown = "*";

    private readonly Dictionary<string, string?> _moved = new(StringComparer.Ordinal);

    /// <summary>Takes what kustomizations list.</summary>
    public Namespaces(IEnumerable<Kustomized> kustomizations)
    {
        Kustomized[] all = [.. kustomizations];
        ILookup<string, Kustomized> byFolder = all.ToLookup(one => one.Folder, StringComparer.Ordinal);
        HashSet<string> inner = [.. all.SelectMany(one => one.Listed)];
        var passed = new HashSet<(string Folder, string? Space)>();
        var waiting = new Stack<(Kustomized One, string? Space)>(all.Where(one => !inner.Contains(one.Folder)).Select(one => (one, (string?)null)));
        while (waiting.TryPop(out (Kustomized One, string? Space) next))
        {
            string? space = next.Space ?? next.One.Namespace;
            foreach (string listed in next.One.Listed.Where(listed => passed.Add((listed, space))))
            {
                Keep(listed, space);
                foreach (Kustomized one in byFolder[listed])
                {
                    waiting.Push((one, space));
                }
            }
        }
    }

    /// <summary>The namespace of a manifest, or null where that is not known.</summary>
    public string? Of(Manifest manifest) => Of(manifest.Path, manifest.Namespace);

    /// <summary>The namespace of what stands in a file and says this one, or none; null where that is not known.</summary>
    public string? Of(string path, string? said)
    {
        string? space = _moved.GetValueOrDefault(path) ?? said;
        return space is null or Unknown || OpenName.IsOpen(space) ? null : space;
    }

    /// <summary>What comes into one place with a namespace and into another without, or into several, is in none that is known.</summary>
    private void Keep(string path, string? space) => _moved[path] = _moved.TryGetValue(path, out string? before) && before != space ? Unknown : space;
}

/// <summary>What a kustomization lists.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Namespace">The namespace that it puts all of it into; null where it says none.</param>
/// <param name="Listed">Files, and folders with kustomizations of their own, relative to the root.</param>
internal sealed record Kustomized(string Path, string? Namespace, IReadOnlyList<string> Listed)
{
    /// <summary>Its folder, relative to the root; empty for the root.</summary>
    public string Folder => RepositoryPath.FolderOf(Path);

    /// <summary>Whether it lists what is not in the repository.</summary>
    public bool TakesRemote { get; init; }

    /// <summary>Files whose objects are only put into others, relative to the root.</summary>
    public IReadOnlyList<string> Patches { get; init; } = [];
}
