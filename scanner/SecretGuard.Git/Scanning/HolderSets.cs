using System.Runtime.InteropServices;
using TreeEntries = System.Collections.Generic.IReadOnlyDictionary<SecretGuard.Git.ObjectId, System.Collections.Generic.List<(SecretGuard.Git.ObjectId Id, string Name)>>;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Which secrets a tree holds, anywhere below it. Equal sets have one number, so that a commit which holds what its parent held is seen at once.
/// </summary>
internal sealed class HolderSets
{
    private readonly Dictionary<ObjectId, int> _ofTrees = [];
    private readonly Dictionary<int[], int> _numbers = new(new SameNumbers()) { [[]] = 0 };
    private readonly List<int[]> _sets = [[]];
    private readonly Dictionary<(int, int), int> _unions = [];
    private readonly Dictionary<ObjectId, int> _ofBlobs = [];
    private readonly IReadOnlyList<TreeEntries> _parts;
    private readonly Stack<(ObjectId Tree, bool IsEntered)> _open = [];

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

        _open.Push((root, false));
        while (_open.TryPop(out var next))
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

            _open.Push((next.Tree, true));
            foreach ((ObjectId id, _) in entries)
            {
                if (!_ofBlobs.ContainsKey(id) && !_ofTrees.ContainsKey(id))
                {
                    _open.Push((id, false));
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
            union = NumberOf(Merged(_sets[low], _sets[high]));
            _unions[(low, high)] = union;
        }

        return union;
    }

    private static int[] Merged(int[] one, int[] other)
    {
        int[] all = new int[one.Length + other.Length];
        int count = 0;
        for (int i = 0, j = 0; i < one.Length || j < other.Length; count++)
        {
            int next = j == other.Length || (i < one.Length && one[i] <= other[j]) ? one[i] : other[j];
            all[count] = next;
            i += i < one.Length && one[i] == next ? 1 : 0;
            j += j < other.Length && other[j] == next ? 1 : 0;
        }

        return all[..count];
    }

    private int NumberOf(int[] secrets)
    {
        if (!_numbers.TryGetValue(secrets, out int number))
        {
            number = _sets.Count;
            _numbers[secrets] = number;
            _sets.Add(secrets);
        }

        return number;
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
