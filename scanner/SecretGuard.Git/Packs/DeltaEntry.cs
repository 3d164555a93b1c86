namespace SecretGuard.Git.Packs;

/// <summary>Makes objects out of what a pack stores.</summary>
internal static class DeltaEntry
{
    private const string Damaged = "its compressed data is damaged, or its size not what it says";
    private const string Bomb = "it cannot be as large as it says";
    private const string DamagedDelta = "its delta is damaged";
    private const string TooLarge = "it is larger than can be held in memory";

    /// <summary>Decompresses the data of an entry into a rented buffer; null, or what is wrong.</summary>
    public static string? TryInflate(Pack pack, in PackEntry entry, out Buffer data)
    {
        data = default;
        if (Refuse(pack, entry) is { } fault)
        {
            return fault;
        }

        data = Buffer.Rent((int)entry.Size);
        if (pack.TryInflate(entry, data.Writable))
        {
            return null;
        }

        data.Return();
        data = default;
        return Damaged;
    }

    /// <summary>Applies an entry's delta, decompressed, to its base; null, or what is wrong. The target is rented.</summary>
    public static string? TryApply(ReadOnlySpan<byte> delta, ReadOnlySpan<byte> source, SegmentList? segments, out Buffer target)
    {
        target = default;
        if (Refuse(ref delta, source, out int size) is { } fault)
        {
            return fault;
        }

        target = Buffer.Rent(size);
        if (Delta.TryApply(source, delta, target.Writable, segments))
        {
            return null;
        }

        target.Return();
        target = default;
        return DamagedDelta;
    }

    /// <summary>How large the target of a delta is, without decompressing all of it.</summary>
    public static bool TryReadTargetSize(Pack pack, in PackEntry entry, out long size)
    {
        Span<byte> head = stackalloc byte[(int)Math.Min(Delta.LongestHead, entry.Size)];
        size = 0;
        ReadOnlySpan<byte> rest = head;
        return pack.TryInflate(entry, head) && Delta.TryReadSizes(ref rest, out _, out size);
    }

    /// <summary>Reads an object that is stored whole.</summary>
    public static string? TryReadWhole(Pack pack, in PackEntry entry, out GitObject found)
    {
        found = default;
        if (Refuse(pack, entry) is { } fault)
        {
            return fault;
        }

        byte[] content = GC.AllocateUninitializedArray<byte>((int)entry.Size);
        found = new GitObject((ObjectKind)entry.Kind, content);
        return pack.TryInflate(entry, content) ? null : Damaged;
    }

    /// <summary>Makes an object that is stored as a delta to a known base; null, or what is wrong. The target is rented.</summary>
    public static string? TryApply(Pack pack, in PackEntry entry, ReadOnlySpan<byte> source, out Buffer target)
    {
        target = default;
        string? fault = TryInflate(pack, entry, out Buffer delta);
        if (fault is not null)
        {
            return fault;
        }

        fault = TryApply(delta.Bytes, source, null, out target);
        delta.Return();
        return fault;
    }

    /// <summary>As <see cref="TryApply(Pack, in PackEntry, ReadOnlySpan{byte}, out Buffer)"/>, for an object that is kept.</summary>
    public static string? TryMake(Pack pack, in PackEntry entry, ReadOnlySpan<byte> source, out byte[] content)
    {
        content = [];
        string? fault = TryInflate(pack, entry, out Buffer delta);
        if (fault is not null)
        {
            return fault;
        }

        ReadOnlySpan<byte> instructions = delta.Bytes;
        fault = Refuse(ref instructions, source, out int size);
        if (fault is null)
        {
            content = GC.AllocateUninitializedArray<byte>(size);
            fault = Delta.TryApply(source, instructions, content, null) ? null : DamagedDelta;
        }

        delta.Return();
        return fault;
    }

    private static string? Refuse(Pack pack, in PackEntry entry) => !pack.IsPlausible(entry) ? Bomb : entry.Size > Array.MaxLength ? TooLarge : null;

    /// <summary>Steps over the head of a delta.</summary>
    private static string? Refuse(ref ReadOnlySpan<byte> delta, ReadOnlySpan<byte> source, out int size)
    {
        bool fits = Delta.TryReadSizes(ref delta, out long baseSize, out long targetSize) && baseSize == source.Length;
        size = (int)Math.Min(targetSize, Array.MaxLength);
        return !fits ? "its delta does not fit its base" : targetSize > Array.MaxLength ? TooLarge : null;
    }
}
