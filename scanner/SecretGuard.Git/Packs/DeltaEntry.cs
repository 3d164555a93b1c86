namespace SecretGuard.Git.Packs;

/// <summary>Makes objects out of what a pack stores.</summary>
internal static class DeltaEntry
{
    private const string Damaged = "its compressed data is damaged, or its size not what it says";
    private const string Bomb = "it cannot be as large as it says";
    private const string TooLarge = "it is larger than can be held in memory";

    /// <summary>Decompresses the data of an entry into a rented buffer; null, or what is wrong.</summary>
    public static string? TryInflate(Pack pack, in PackEntry entry, out Buffer data)
    {
        data = default;
        if (!pack.IsPlausible(entry))
        {
            return Bomb;
        }

        if (entry.Size > Array.MaxLength)
        {
            return TooLarge;
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
        if (!Delta.TryReadSizes(ref delta, out long baseSize, out long targetSize) || baseSize != source.Length)
        {
            return "its delta does not fit its base";
        }

        if (targetSize > Array.MaxLength)
        {
            return TooLarge;
        }

        target = Buffer.Rent((int)targetSize);
        if (Delta.TryApply(source, delta, target.Writable, segments))
        {
            return null;
        }

        target.Return();
        target = default;
        return "its delta is damaged";
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
        string? fault = TryInflate(pack, entry, out Buffer data);
        if (fault is null)
        {
            found = new GitObject((ObjectKind)entry.Kind, data.Bytes.ToArray());
            data.Return();
        }

        return fault;
    }

    /// <summary>Reads an object that is stored as a delta to a known base.</summary>
    public static string? TryApply(Pack pack, in PackEntry entry, in GitObject source, out GitObject found)
    {
        found = default;
        string? fault = TryInflate(pack, entry, out Buffer delta);
        if (fault is not null)
        {
            return fault;
        }

        fault = TryApply(delta.Bytes, source.Content, null, out Buffer target);
        delta.Return();
        if (fault is null)
        {
            found = new GitObject(source.Kind, target.Bytes.ToArray());
            target.Return();
        }

        return fault;
    }
}
