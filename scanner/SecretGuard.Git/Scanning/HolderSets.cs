using System.Runtime.InteropServices;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Which secrets a tree holds, anywhere below it. Equal sets have one number, so that a commit which holds what its parent held is seen at once.
/// </summary>
internal sealed class HolderSets
{
    private readonly Dictionary<int[], int> _numbers = new(new SameNumbers()) { [[]] = 0 };
    private readonly List<int[]> _sets = [[]];
    private readonly Dictionary<(int, int), int> _unions = [];
    private readonly HolderTrees _trees;
    private readonly Stack<(int Tree, bool IsEntered)> _open = [];

    // By the number of a tree or file.
    private readonly int[] _of;

    /// <summary>Takes what earlier runs knew of old trees, where that still fits.</summary>
    public HolderSets(HolderTrees trees, HolderNumbers holders)
    {
        _trees = trees;
        _of = new int[trees.Count];
        Array.Fill(_of, HolderTrees.Unknown);
        if (trees.HasWays)
        {
            int[] known = [.. trees.Sets.Select(NumberOf)];
            for (int i = 0; i < _of.Length; i++)
            {
                _of[i] = trees.SetOf[i] < 0 ? HolderTrees.Unknown : known[trees.SetOf[i]];
            }
        }

        bool fits = true;
        foreach ((ObjectId blob, int[] numbers) in holders.All)
        {
            int file = trees.FileOf(blob), set = NumberOf(numbers);
            fits &= _of[file] == set || _of[file] == HolderTrees.Unknown;
            _of[file] = set;
        }

        if (!fits)
        {
            _of.AsSpan(..trees.Trees.Length).Fill(HolderTrees.Unknown);
        }
    }

    /// <summary>How many sets.</summary>
    public int Count => _sets.Count;

    /// <summary>The secrets of a set, sorted.</summary>
    public int[] this[int set] => _sets[set];

    /// <summary>The set of a file with secrets, or of a tree that was asked for.</summary>
    public int Of(int number) => _of[number];

    /// <summary>The set of a tree; 0 for none, and for what is no tree that leads to a secret. Works on a stack of its own: trees may lie deep.</summary>
    public int OfTree(int root)
    {
        if (root < 0 || _of[root] >= 0)
        {
            return root < 0 ? 0 : _of[root];
        }

        _open.Push((root, false));
        while (_open.TryPop(out var next))
        {
            if (next.IsEntered)
            {
                int set = 0;
                foreach (TreeLink link in _trees.LinksOf(next.Tree))
                {
                    set = Union(set, _of[link.Child]);
                }

                _of[next.Tree] = set;
                continue;
            }

            if (_of[next.Tree] >= 0)
            {
                continue;
            }

            // A tree that holds itself, as only a damaged one can, is not entered again.
            _of[next.Tree] = 0;
            _open.Push((next.Tree, true));
            foreach (TreeLink link in _trees.LinksOf(next.Tree))
            {
                if (_of[link.Child] < 0)
                {
                    _open.Push((link.Child, false));
                }
            }
        }

        return _of[root];
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
