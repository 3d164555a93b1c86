namespace SecretGuard.Git;

/// <summary>A folder's listing: <c>mode name NUL id</c>, entry after entry. To be used in a <c>foreach</c>.</summary>
/// <param name="content">The object's content.</param>
/// <param name="format">The repository's format.</param>
public ref struct Tree(ReadOnlySpan<byte> content, ObjectFormat format)
{
    private const int MostMode = 0xFFFF;

    private ReadOnlySpan<byte> _rest = content;
    private int _start;

    /// <summary>The entry that was read last.</summary>
    public TreeEntry Current { get; private set; } = default;

    /// <summary>Whether what follows the last entry is damaged.</summary>
    public readonly bool IsDamaged => !_rest.IsEmpty;

    /// <summary>The tree itself.</summary>
    public readonly Tree GetEnumerator() => this;

    /// <summary>Reads the next entry; false behind the last, and where it is damaged.</summary>
    public bool MoveNext()
    {
        int space = _rest.IndexOf((byte)' ');
        int nul = _rest.IndexOf((byte)0);
        int end = nul + 1 + (int)format;
        if (space <= 0 || nul < space || end > _rest.Length || !TryReadMode(_rest[..space], out int mode))
        {
            return false;
        }

        Current = new TreeEntry { Mode = mode, Name = _rest[(space + 1)..nul], IdBytes = _rest[(nul + 1)..end], Start = _start, End = _start + end };
        _rest = _rest[end..];
        _start += end;
        return true;
    }

    private static bool TryReadMode(ReadOnlySpan<byte> digits, out int mode)
    {
        mode = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7' || mode > MostMode >> 3)
            {
                return false;
            }

            mode = (mode << 3) | (digit - '0');
        }

        return true;
    }
}

/// <summary>One name in a folder.</summary>
public readonly ref struct TreeEntry
{
    private const int KindMask = 0xF000;

    /// <summary>Kind of file and permissions: 0x81A4 is <c>100644</c>.</summary>
    public required int Mode { get; init; }

    /// <summary>The name, as bytes of whatever encoding.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The object: a tree, a blob, or the commit of a submodule.</summary>
    public ObjectId Id => new(IdBytes);

    /// <summary>The same as it is written.</summary>
    internal ReadOnlySpan<byte> IdBytes { get; init; }

    /// <summary>Where the entry begins in the tree.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsTree => (Mode & KindMask) == 0x4000;

    /// <summary>Whether it is a submodule, whose commit is in another repository.</summary>
    public bool IsSubmodule => (Mode & KindMask) == 0xE000;

    /// <summary>Whether it is a symbolic link.</summary>
    public bool IsLink => (Mode & KindMask) == 0xA000;
}
