using TreeEntries = System.Collections.Generic.IReadOnlyDictionary<SecretGuard.Git.ObjectId, System.Collections.Generic.List<(SecretGuard.Git.ObjectId Id, string Name)>>;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Which secrets a tree holds, anywhere below it. Equal sets have one number, so that a commit which holds what its parent held is seen at once.
/// </summary>
internal sealed class HolderSets
{
    private readonly Dictionary<ObjectId, int> _ofTrees = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int[]> _sets = [[]];
    private readonly Dictionary<(int, int), int> _unions = [];
    private readonly Dictionary<ObjectId, int> _ofBlobs = [];
    private readonly IReadOnlyList<TreeEntries> _parts;

    public HolderSets(IReadOnlyList<TreeEntries> parts, HolderNumbers holders)
    {
        _parts = parts;
        foreach ((ObjectId blob, int[] numbers) in holders.All)
        {
            _ofBlobs[blob] = NumberOf(numbers);
        }
    }

    /// <summary>The secrets of a set, sorted.</summary>
    public int[] this[int set] => _sets[set];

    /// <summary>What counts in a tree.</summary>
    public IReadOnlyList<(ObjectId Id, string Name)> EntriesOf(in ObjectId tree)
    {
        foreach (TreeEntries part in _parts)
        {
            if (part.TryGetValue(tree, out List<(ObjectId, string)>? entries))
            {
                return entries;
            }
        }

        return [];
    }

    /// <summary>The set of a file with secrets, or of a tree that was asked for; 0 for none.</summary>
    public int Of(in ObjectId id) => _ofBlobs.TryGetValue(id, out int blob) ? blob : _ofTrees.GetValueOrDefault(id);

    /// <summary>The set of a tree. Works on a stack of its own: trees may lie deep.</summary>
    public int OfTree(in ObjectId root)
    {
        if (_ofTrees.TryGetValue(root, out int known))
        {
            return known;
        }

        var open = new Stack<(ObjectId Tree, bool IsEntered)>();
        open.Push((root, false));
        while (open.TryPop(out var next))
        {
            IReadOnlyList<(ObjectId Id, string Name)> entries = EntriesOf(next.Tree);
            if (next.IsEntered)
            {
                int set = 0;
                foreach ((ObjectId id, _) in entries)
                {
                    set = Union(set, Of(id));
                }

                _ofTrees[next.Tree] = set;
                continue;
            }

            if (!_ofTrees.TryAdd(next.Tree, 0))
            {
                continue;
            }

            open.Push((next.Tree, true));
            foreach ((ObjectId id, _) in entries)
            {
                if (!_ofBlobs.ContainsKey(id) && !_ofTrees.ContainsKey(id))
                {
                    open.Push((id, false));
                }
            }
        }

        return _ofTrees[root];
    }

    private int Union(int one, int other)
    {
        (int low, int high) = one < other ? (one, other) : (other, one);
        if (low == 0 || low == high)
        {
            return high;
        }

        if (!_unions.TryGetValue((low, high), out int union))
        {
            union = NumberOf([.. _sets[low].Union(_sets[high]).Order()]);
            _unions[(low, high)] = union;
        }

        return union;
    }

    private int NumberOf(int[] secrets)
    {
        string key = string.Join(',', secrets);
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _sets.Count;
            _numbers[key] = number;
            _sets.Add(secrets);
        }

        return number;
    }
}
