using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>Every path that a file ever had, found from the file upwards.</summary>
internal sealed class FolderPaths
{
    private const int Deepest = 4096;

    private readonly HolderTrees _trees;
    private readonly bool[] _isRoot;
    private readonly string[]?[] _known;

    // Of each tree and file what holds it, one after the other, and where that begins.
    private readonly int[] _starts;
    private readonly TreeLink[] _parents;

    /// <summary>Enters who holds what.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="roots">The numbers of those that commits have.</param>
    public FolderPaths(HolderTrees trees, IEnumerable<int> roots)
    {
        (_trees, _isRoot, _known) = (trees, new bool[trees.Count], new string[trees.Count][]);
        foreach (int root in roots)
        {
            _isRoot[root] = true;
        }

        _starts = new int[trees.Count + 1];
        foreach (TreeLink link in trees.Links)
        {
            _starts[link.Child + 1]++;
        }

        for (int i = 0; i < trees.Count; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _parents = new TreeLink[trees.Links.Length];
        int[] ends = _starts[..^1];
        for (int tree = 0; tree < trees.Trees.Length; tree++)
        {
            foreach (TreeLink link in trees.LinksOf(tree))
            {
                _parents[ends[link.Child]++] = new TreeLink(tree, link.Name);
            }
        }
    }

    /// <summary>The paths, the first hundred, sorted.</summary>
    public string[] Of(int number) => Of(number, 0);

    private string[] Of(int number, int depth)
    {
        if (depth == Deepest)
        {
            return [];
        }

        if (_known[number] is { } known)
        {
            return known;
        }

        // Nearly all have one: no set is made for it.
        var paths = new List<string>(1);
        for (int i = _starts[number]; i < _starts[number + 1]; i++)
        {
            (int tree, string name) = (_parents[i].Child, _trees.Names[_parents[i].Name]);
            if (_isRoot[tree])
            {
                Add(paths, "", name);
            }

            foreach (string folder in Of(tree, depth + 1))
            {
                Add(paths, folder, name);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return _known[number] = [.. paths];
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
