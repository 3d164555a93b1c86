using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Every path that a file with secrets ever had: those that earlier runs knew, and what the new commits add to them. Of a new commit only what is not as in
/// its parent is walked through, and only so far; where that does not do, all paths are found anew.
/// </summary>
internal sealed class HolderPaths
{
    private const int Deepest = 512; // each folder is a call within a call
    private const int MostSteps = 1 << 20;

    private readonly HolderTrees _trees;
    private readonly Lazy<FolderPaths> _all;
    private readonly Dictionary<int, List<string>> _added = [];
    private readonly bool _isFromKnown;
    private int _steps;

    /// <summary>Walks through the new commits.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="order">The commits.</param>
    /// <param name="isNew">Whether a commit was not there in the earlier runs.</param>
    public HolderPaths(HolderTrees trees, CommitOrder order, Func<StoredCommit, bool> isNew)
    {
        _trees = trees;
        _all = new Lazy<FolderPaths>(() => new FolderPaths(trees, Enumerable.Range(0, order.Count).Select(i => trees.TreeOf(order[i].Tree)).Where(root => root >= 0)));
        _isFromKnown = trees.HasWays;
        for (int i = 0; i < order.Count && _isFromKnown; i++)
        {
            int root = trees.TreeOf(order[i].Tree);
            if (root >= 0 && (isNew(order[i]) || trees.SetOf[root] == HolderTrees.Unknown))
            {
                // The parent's paths are known, or were added just before. A tree may come later than its commit.
                int before = order[i].Parents is [var first, ..] && order.PlaceOf(first) is >= 0 and var place ? trees.TreeOf(order[place].Tree) : -1;
                _isFromKnown = TryAdd(root, before, "", 0);
            }
        }
    }

    /// <summary>The paths, the first hundred, sorted.</summary>
    /// <param name="file">The number of a file.</param>
    public string[] Of(int file)
    {
        if (!_isFromKnown)
        {
            return _all.Value.Of(file);
        }

        string[] known = _trees.KnownPathsOf(file);
        string[] paths = _added.TryGetValue(file, out List<string>? added) ? [.. known.Concat(added).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : known;

        // Which hundred of more are told depends on all.
        return known.Length < Provenance.MostPaths && paths.Length <= Provenance.MostPaths ? paths : _all.Value.Of(file);
    }

    /// <summary>Adds the paths below a tree that stands where another stood; false where there are too many ways.</summary>
    private bool TryAdd(int tree, int before, string folder, int depth)
    {
        if (tree == before)
        {
            return true;
        }

        ReadOnlySpan<TreeLink> links = _trees.LinksOf(tree), old = before < 0 ? [] : _trees.LinksOf(before);
        _steps += links.Length + old.Length;
        if (depth == Deepest)
        {
            return false;
        }

        int next = 0;
        foreach (TreeLink link in links)
        {
            // Both are sorted by the same names.
            int at = PlaceOf(link.Name, old, next);
            next = at < 0 ? next : at + 1;
            if (++_steps > MostSteps)
            {
                return false;
            }

            int was = at < 0 ? -1 : old[at].Child;
            if (was == link.Child)
            {
                continue;
            }

            // Long ones count for more: they are what takes room.
            string path = $"{folder}{_trees.Names[link.Name]}";
            _steps += path.Length / 16;
            if (link.Child >= _trees.Trees.Length)
            {
                (_added.TryGetValue(link.Child, out List<string>? paths) ? paths : _added[link.Child] = []).Add(path);
            }
            else if (!TryAdd(link.Child, was, $"{path}/", depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private int PlaceOf(int name, ReadOnlySpan<TreeLink> links, int from)
    {
        for (int i = 0; i < links.Length; i++)
        {
            int at = from + i < links.Length ? from + i : from + i - links.Length;
            _steps += i > 0 ? 1 : 0;
            if (links[at].Name == name)
            {
                return at;
            }
        }

        return -1;
    }
}
