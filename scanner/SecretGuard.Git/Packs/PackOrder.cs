namespace SecretGuard.Git.Packs;

/// <summary>A pack's objects in the order of their offsets: what the index sorts by id.</summary>
internal sealed class PackOrder
{
    private readonly long[] _offsets;
    private readonly int[] _positions;

    public PackOrder(IPackIndex index)
    {
        _offsets = new long[index.Count];
        _positions = new int[index.Count];
        for (int i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = index.Offset(i);
            _positions[i] = i;
        }

        Array.Sort(_offsets, _positions);
    }

    public int Count => _offsets.Length;

    /// <summary>Where the object of a rank starts.</summary>
    public long Offset(int rank) => _offsets[rank];

    /// <summary>The position in the index of the object of a rank.</summary>
    public int Position(int rank) => _positions[rank];

    /// <summary>The rank of the object that starts at an offset, or a negative number.</summary>
    public int Find(long offset) => Array.BinarySearch(_offsets, offset);

    /// <summary>The rank of the object that starts at an offset before that of another rank, or a negative number.</summary>
    public int FindBefore(int rank, long offset) => Array.BinarySearch(_offsets, 0, rank, offset);
}
