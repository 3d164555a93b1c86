using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Files of manifests, and which of them a folder stands for: what its Kustomization names, and what those name in turn; without one, all that are in it.</summary>
internal sealed class ManifestFolders
{
    private const int MostFolders = 1_000;

    private static readonly string[] Lists = ["resources", "bases", "components"];

    private readonly Dictionary<string, SourceText> _files;
    private readonly Dictionary<string, string> _kustomizations;
    private readonly Dictionary<string, IReadOnlyList<YamlValue>> _roots = new(StringComparer.Ordinal);

    /// <summary>Takes files.</summary>
    /// <param name="files">They.</param>
    /// <param name="names">What a Kustomization is called.</param>
    public ManifestFolders(IEnumerable<SourceText> files, string[] names)
    {
        _files = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        _kustomizations = _files.Values.Where(file => names.Contains(file.FileName, StringComparer.Ordinal)).GroupBy(file => RepositoryPath.FolderOf(file.Path), StringComparer.Ordinal)
            .ToDictionary(folder => folder.Key, folder => folder.First().Path, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<SourceText> All => _files.Values;

    /// <summary>The documents of a file; none where there is no such file.</summary>
    public IReadOnlyList<YamlValue> RootsOf(string path)
    {
        if (!_roots.TryGetValue(path, out IReadOnlyList<YamlValue>? roots))
        {
            _roots[path] = roots = _files.TryGetValue(path, out SourceText? file) ? YamlDocuments.Read(file).Roots : [];
        }

        return roots;
    }

    /// <summary>The Kustomization of a folder; none where it has none.</summary>
    public IReadOnlyList<YamlValue> KustomizationOf(string folder) => _kustomizations.TryGetValue(folder, out string? path) ? RootsOf(path) : [];

    /// <summary>The objects that a folder stands for.</summary>
    public IEnumerable<YamlValue> ObjectsOf(string folder) => FilesOf(folder).SelectMany(RootsOf).SelectMany(KubernetesExtractor.Objects);

    /// <summary>Whether there is a file of this path.</summary>
    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The files that stand in a folder.</summary>
    public IEnumerable<string> In(string folder) => _files.Keys.Where(path => RepositoryPath.FolderOf(path) == folder);

    /// <summary>The files and folders that a Kustomization lists.</summary>
    /// <param name="folder">The folder of the Kustomization.</param>
    /// <param name="holder">The Kustomization.</param>
    public static IEnumerable<string> ListedIn(string folder, YamlValue holder) =>
        Lists.SelectMany(list => holder[list].Items).Select(item => item.Text is null ? null : RepositoryPath.Join(folder, item.Text)).OfType<string>();

    private HashSet<string> FilesOf(string start)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var passed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out string? folder) && passed.Count < MostFolders)
        {
            if (!passed.Add(folder))
            {
                continue;
            }

            if (!_kustomizations.TryGetValue(folder, out string? kustomization))
            {
                found.UnionWith(In(folder));
                continue;
            }

            foreach (string path in RootsOf(kustomization).SelectMany(root => ListedIn(folder, root)))
            {
                if (Has(path))
                {
                    found.Add(path);
                }
                else
                {
                    open.Enqueue(path);
                }
            }
        }

        return found;
    }
}
