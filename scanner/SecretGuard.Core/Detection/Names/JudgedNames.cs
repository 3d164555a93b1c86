namespace SecretGuard.Detection.Names;

/// <summary>What the names that a thread met last promise: sources repeat a few names over and over, and to judge one takes longer than to find it.</summary>
internal sealed class JudgedNames
{
    private const int SlotBits = 12;
    private const int Longest = 64;

    [ThreadStatic]
    private static JudgedNames? _own;

    private readonly byte[] _names = new byte[Longest << SlotBits];
    private readonly byte[] _lengths = new byte[1 << SlotBits];
    private readonly NameKind[] _kinds = new NameKind[1 << SlotBits];

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

        int slot = SlotOf(name);
        name.CopyTo(_names.AsSpan(slot * Longest));
        (_lengths[slot], _kinds[slot]) = ((byte)name.Length, kind);
    }

    /// <summary>FNV-1a, folded.</summary>
    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)((hash ^ (hash >> 16)) & ((1 << SlotBits) - 1));
    }
}
