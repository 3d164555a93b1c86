namespace SecretGuard.Detection.Names;

/// <summary>What the names that a thread met last promise: sources repeat a few names over and over, and to judge one takes longer than to find it.</summary>
internal sealed class JudgedNames
{
    private const int FewestSlots = 1 << 8;
    private const int MostSlots = 1 << 12;
    private const int Longest = 64;

    [ThreadStatic]
    private static JudgedNames? _own;

    private byte[] _names = [];
    private byte[] _lengths = [];
    private NameKind[] _kinds = [];
    private int _count;

    private JudgedNames() => Empty(FewestSlots);

    /// <summary>The memory of this thread.</summary>
    public static JudgedNames Own => _own ??= new JudgedNames();

    /// <summary>Whether a name is remembered, and as what.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out NameKind kind)
    {
        int slot = SlotOf(name);
        bool known = name.Length is > 0 and <= Longest && _lengths[slot] == name.Length && name.SequenceEqual(_names.AsSpan(slot * Longest, name.Length));
        kind = known ? _kinds[slot] : NameKind.None;
        return known;
    }

    /// <summary>Remembers a name in the place of another; a long one is not worth it.</summary>
    public void Put(ReadOnlySpan<byte> name, NameKind kind)
    {
        if (name.Length is 0 or > Longest)
        {
            return;
        }

        // A short run meets few names, and fresh memory costs it more than to judge them again.
        if (++_count > _kinds.Length && _kinds.Length < MostSlots)
        {
            Empty(_kinds.Length * 4);
        }

        int slot = SlotOf(name);
        name.CopyTo(_names.AsSpan(slot * Longest));
        (_lengths[slot], _kinds[slot]) = ((byte)name.Length, kind);
    }

    private void Empty(int slots)
    {
        (_names, _lengths, _kinds) = (new byte[slots * Longest], new byte[slots], new NameKind[slots]);
        _count = 0;
    }

    /// <summary>FNV-1a, folded.</summary>
    private int SlotOf(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)((hash ^ (hash >> 16)) & (uint)(_kinds.Length - 1));
    }
}
