using SecretGuard.Findings;
using TreeEntries = System.Collections.Generic.IReadOnlyDictionary<SecretGuard.Git.ObjectId, System.Collections.Generic.List<(SecretGuard.Git.ObjectId Id, string Name)>>;

namespace SecretGuard.Git.Scanning;

/// <summary>Every path that an object ever had.</summary>
internal sealed class FolderPaths
{
    private const int Deepest = 4096;

    private readonly Dictionary<ObjectId, List<(ObjectId Tree, string Name)>> _parents;
    private readonly Dictionary<ObjectId, string[]> _known = [];
    private readonly HashSet<ObjectId> _roots;

    public FolderPaths(IEnumerable<TreeEntries> parts, HashSet<ObjectId> roots)
    {
        _roots = roots;
        _parents = new Dictionary<ObjectId, List<(ObjectId, string)>>(roots.Count);
        foreach ((ObjectId tree, List<(ObjectId Id, string Name)> entries) in parts.SelectMany(part => part))
        {
            foreach ((ObjectId id, string name) in entries)
            {
                (_parents.TryGetValue(id, out List<(ObjectId, string)>? parents) ? parents : _parents[id] = new(1)).Add((tree, name));
            }
        }
    }

    /// <summary>The paths, the first hundred.</summary>
    public string[] Of(in ObjectId id) => Of(id, 0);

    private string[] Of(in ObjectId id, int depth)
    {
        if (depth == Deepest)
        {
            return [];
        }

        if (_known.TryGetValue(id, out string[]? known))
        {
            return known;
        }

        // Nearly all have one: no set is made for it.
        var paths = new List<string>(1);
        foreach ((ObjectId tree, string name) in _parents.GetValueOrDefault(id) ?? [])
        {
            if (_roots.Contains(tree))
            {
                Add(paths, "", name);
            }

            foreach (string folder in Of(tree, depth + 1))
            {
                Add(paths, folder, name);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return _known[id] = [.. paths];
    }

    private static void Add(List<string> paths, string folder, string name)
    {
        foreach (string known in paths)
        {
            if (folder.Length == 0 ? known == name : known.Length == folder.Length + 1 + name.Length && known[folder.Length] == '/'
                && known.StartsWith(folder, StringComparison.Ordinal) && known.EndsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        if (paths.Count < Provenance.MostPaths)
        {
            paths.Add(folder.Length == 0 ? name : $"{folder}/{name}");
        }
    }
}
