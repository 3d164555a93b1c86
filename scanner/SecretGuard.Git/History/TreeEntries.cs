namespace SecretGuard.Git.History;

/// <summary>The entries of a tree, one after the other: mode, blank, name, zero, id. What is no entry ends the list.</summary>
internal ref struct TreeEntries(ReadOnlySpan<byte> tree, int idLength)
{
    private readonly ReadOnlySpan<byte> _tree = tree;
    private int _next;

    /// <summary>Where the entry begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public readonly int End => _next;

    /// <summary>Its name, in bytes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsTree { get; private set; }

    /// <summary>Whether it is a file or a link: what has a blob.</summary>
    public bool IsBlob { get; private set; }

    /// <summary>What it names.</summary>
    public ObjectId Id => new(_tree.Slice(_next - idLength, idLength));

    /// <summary>Goes on to the next one.</summary>
    public bool TryNext()
    {
        Start = _next;
        ReadOnlySpan<byte> rest = _tree[_next..];
        int blank = rest.IndexOf((byte)' '), zero = rest.IndexOf((byte)0);
        if (blank < 1 || zero < blank || zero + 1 + idLength > rest.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> mode = rest[..blank];
        IsTree = mode.EndsWith("40000"u8) && mode.Length <= 6;
        IsBlob = mode.StartsWith("10"u8) || mode.StartsWith("12"u8);
        Name = rest[(blank + 1)..zero];
        _next += zero + 1 + idLength;
        return true;
    }
}
