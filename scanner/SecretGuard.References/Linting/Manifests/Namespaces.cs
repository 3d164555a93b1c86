using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>The namespaces that manifests end up in, as far as files say it: Kustomize puts what it lists into its own.</summary>
internal sealed class Namespaces
{
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);

    /// <summary>Takes what kustomizations list.</summary>
    public Namespaces(IEnumerable<Kustomized> kustomizations)
    {
        Kustomized[] all = [.. kustomizations];
        ILookup<string, Kustomized> byFolder = all.ToLookup(one => one.Folder, StringComparer.Ordinal);
        var waiting = new Stack<Kustomized>(all.Where(one => one.HasNamespace));
        while (waiting.TryPop(out Kustomized? next))
        {
            foreach (string listed in next.Listed.Where(_moved.Add))
            {
                foreach (Kustomized inner in byFolder[listed])
                {
                    waiting.Push(inner);
                }
            }
        }
    }

    /// <summary>The namespace of a manifest, or null where that is not known.</summary>
    public string? Of(Manifest manifest) => manifest.Namespace is { } space && !OpenName.IsOpen(space) && !IsMoved(manifest.Path) ? space : null;

    /// <summary>Whether something puts what a file describes into another namespace than it says.</summary>
    public bool IsMoved(string path) => _moved.Contains(path);
}

/// <summary>What a kustomization lists.</summary>
/// <param name="Path">Its file.</param>
/// <param name="HasNamespace">Whether it puts all of it into a namespace of its own.</param>
/// <param name="Listed">Files, and folders with kustomizations of their own, relative to the root.</param>
internal sealed record Kustomized(string Path, bool HasNamespace, IReadOnlyList<string> Listed)
{
    /// <summary>Its folder, relative to the root; empty for the root.</summary>
    public string Folder => RepositoryPath.FolderOf(Path);

    /// <summary>Files whose objects are only put into others, relative to the root.</summary>
    public IReadOnlyList<string> Patches { get; init; } = [];
}
