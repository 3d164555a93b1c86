using TreeEntries = System.Collections.Generic.IReadOnlyDictionary<SecretGuard.Git.ObjectId, System.Collections.Generic.List<(SecretGuard.Git.ObjectId Id, string Name)>>;

namespace SecretGuard.Git.Scanning;

/// <summary>Puts trees that were read and files that hold secrets to those that were known.</summary>
internal sealed class HolderTreesMaker
{
    private readonly HolderTrees _old;
    private readonly ObjectId[] _trees;
    private readonly ObjectId[] _files;
    private readonly int[] _oldTrees;
    private readonly int[] _oldFiles;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    private HolderTreesMaker(HolderTrees old, IEnumerable<ObjectId> trees, IEnumerable<ObjectId> files)
    {
        _old = old;
        (_trees, _oldTrees) = Merge(old.Trees, trees);
        (_files, _oldFiles) = Merge(old.Files, files);
    }

    /// <summary>All together; the same where nothing is new. What leads to none of them is left out.</summary>
    /// <param name="old">What was known.</param>
    /// <param name="read">What was read: of each tree what may lead to a secret.</param>
    /// <param name="files">The files that hold one.</param>
    public static HolderTrees Add(HolderTrees old, IReadOnlyList<TreeEntries> read, IEnumerable<ObjectId> files)
    {
        Dictionary<ObjectId, List<(ObjectId Id, string Name)>> trees = read.SelectMany(part => part).DistinctBy(tree => tree.Key).Where(tree => old.TreeOf(tree.Key) < 0).ToDictionary();
        ObjectId[] newFiles = [.. files.Where(file => old.FileOf(file) < 0)];
        return trees.Count + newFiles.Length == 0 ? old : new HolderTreesMaker(old, trees.Keys, newFiles).Make(trees);
    }

    private HolderTrees Make(Dictionary<ObjectId, List<(ObjectId Id, string Name)>> read)
    {
        // By old number, the new one.
        int[] moved = new int[_old.Count];
        Move(_oldTrees, moved, 0);
        Move(_oldFiles, moved.AsSpan(_old.Trees.Length), _trees.Length);
        foreach (string name in _old.Names)
        {
            _names.Add(name, _names.Count);
        }

        int[] starts = new int[_trees.Length + 1];
        var links = new TreeLink[_old.Links.Length + read.Values.Sum(entries => entries.Count)];
        int end = 0;
        for (int i = 0; i < _trees.Length; i++)
        {
            if (_oldTrees[i] >= 0)
            {
                foreach (TreeLink link in _old.LinksOf(_oldTrees[i]))
                {
                    links[end++] = link with { Child = moved[link.Child] };
                }
            }
            else
            {
                end += AddLinks(read[_trees[i]], links.AsSpan(end));
            }

            starts[i + 1] = end;
        }

        return new HolderTrees
        {
            Trees = _trees,
            Files = _files,
            Starts = starts,
            Links = end == links.Length ? links : links[..end],
            Names = [.. _names.Keys],
            SetOf = _old.HasWays ? [.. _oldTrees.Select(at => at < 0 ? HolderTrees.Unknown : _old.SetOf[at]), .. _oldFiles.Select(at => at < 0 ? HolderTrees.Unknown : _old.SetOf[_old.Trees.Length + at])] : [],
            Sets = _old.Sets,
            PathsOf = _old.HasWays ? [.. _oldFiles.Select(at => at < 0 ? null : _old.PathsOf[at])] : [],
        };
    }

    private int AddLinks(List<(ObjectId Id, string Name)> entries, Span<TreeLink> links)
    {
        int count = 0;
        foreach ((ObjectId id, string name) in entries)
        {
            int child = Array.BinarySearch(_trees, id);
            if (child < 0)
            {
                child = Array.BinarySearch(_files, id);
                child = child < 0 ? child : _trees.Length + child;
            }

            if (child >= 0)
            {
                _names.TryAdd(name, _names.Count);
                links[count++] = new TreeLink(child, _names[name]);
            }
        }

        return count;
    }

    private static void Move(int[] oldOf, Span<int> moved, int first)
    {
        for (int i = 0; i < oldOf.Length; i++)
        {
            if (oldOf[i] >= 0)
            {
                moved[oldOf[i]] = first + i;
            }
        }
    }

    /// <summary>Old and new ids, sorted, and of each where it stood before.</summary>
    private static (ObjectId[] All, int[] OldOf) Merge(ObjectId[] old, IEnumerable<ObjectId> added)
    {
        ObjectId[] news = [.. added.Order()], all = new ObjectId[old.Length + news.Length];
        int[] oldOf = new int[all.Length];
        for (int i = 0, j = 0; i + j < all.Length;)
        {
            bool isOld = j == news.Length || (i < old.Length && old[i] < news[j]);
            (all[i + j], oldOf[i + j]) = isOld ? (old[i], i) : (news[j], -1);
            (i, j) = isOld ? (i + 1, j) : (i, j + 1);
        }

        return (all, oldOf);
    }
}
