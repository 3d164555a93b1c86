using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Reading;

/// <summary>What came of making an object.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">Its size; known where it was too large to be made, too.</param>
/// <param name="Content">Its content, rented; none where it was not made.</param>
/// <param name="IsDelta">Whether it was made from its base, and its segments are known.</param>
/// <param name="Problem">Why it could not be made.</param>
/// <param name="LargeDeltas">Where it was left out with all that hangs on it: what of that is wanted.</param>
internal readonly record struct Made(ObjectKind Kind, long Size, Buffer Content, bool IsDelta, ObjectProblem? Problem, IReadOnlyList<LargeBlob>? LargeDeltas = null);

/// <summary>Makes the objects of a walk. Where one is damaged, another copy is looked for.</summary>
internal sealed class ObjectMaker(ObjectReader reader, ReadOptions options)
{
    /// <summary>git makes no deltas of larger files (core.bigFileThreshold), so a larger base is there to fill the memory.</summary>
    private const long MostBaseBytes = 512L << 20;

    /// <summary>How many deltas on a large object are looked at, at most: in a row of large ones each may look at all that follow.</summary>
    private const int MostLargeDeltas = 4096;

    private readonly SegmentList _segments = new();

    /// <summary>Where the last delta's bytes came from; valid until the next is made.</summary>
    public ReadOnlySpan<DeltaSegment> Segments => _segments.Segments;

    /// <summary>Makes what is stored whole, or whose base is not in the same pack.</summary>
    public Made MakeRoot(DeltaForest forest, int rank)
    {
        if (!forest.Pack.TryReadEntry(forest.Order.Offset(rank), out PackEntry entry))
        {
            return MakeFromCopy(forest, rank, "its head is damaged");
        }

        if (entry.IsDelta)
        {
            return MakeAlone(forest, rank);
        }

        ObjectKind kind = forest.KindOf(rank);
        if (IsLeftOut(forest, rank, kind, entry.Size, out Made large))
        {
            return large;
        }

        string? fault = DeltaEntry.TryInflate(forest.Pack, entry, out Buffer content);
        return fault is null ? new Made(kind, entry.Size, content, false, null) : MakeFromCopy(forest, rank, fault);
    }

    /// <summary>Makes a delta whose base is at hand.</summary>
    public Made MakeDelta(DeltaForest forest, int rank, ReadOnlySpan<byte> source)
    {
        if (!forest.Pack.TryReadEntry(forest.Order.Offset(rank), out PackEntry entry))
        {
            return MakeFromCopy(forest, rank, "its head is damaged");
        }

        string? fault = DeltaEntry.TryInflate(forest.Pack, entry, out Buffer delta);
        if (fault is not null)
        {
            return MakeFromCopy(forest, rank, fault);
        }

        ReadOnlySpan<byte> head = delta.Bytes;
        Made made;
        if (Delta.TryReadSizes(ref head, out _, out long size) && IsLeftOut(forest, rank, forest.KindOf(rank), size, out Made large))
        {
            made = large;
        }
        else
        {
            fault = DeltaEntry.TryApply(delta.Bytes, source, _segments, out Buffer content);
            made = new Made(forest.KindOf(rank), content.Length, content, true, null);
        }

        delta.Return();
        return fault is null ? made : MakeFromCopy(forest, rank, fault);
    }

    /// <summary>Makes a delta whose base is damaged: from another copy of it, or not at all.</summary>
    public Made MakeWithoutBase(DeltaForest forest, int rank) => MakeFromCopy(forest, rank, "the base of its delta is damaged");

    /// <summary>Makes an object again that was made before; none where that fails.</summary>
    public Buffer MakeAgain(DeltaForest forest, int rank)
    {
        Made made = MakeAlone(forest, rank);
        return made.Content;
    }

    public Made MakeLoose(LooseObjects place, in ObjectId id)
    {
        string? fault = place.TryRead(id, Math.Min(options.MaxBlobSize, Array.MaxLength), out ObjectHeader header, out Buffer content);
        if (fault is null && content.IsNone && (header.Kind != ObjectKind.Blob || header.Size <= options.MaxBlobSize))
        {
            fault = place.TryRead(id, Array.MaxLength, out header, out content) ?? (content.IsNone ? "it is larger than can be held in memory" : null);
        }

        return fault is null
            ? new Made(header.Kind, header.Size, content, false, null)
            : FromReader(reader.TryRead(id, ObjectLocation.In(place, id), out GitObject found, out _), found, new ObjectProblem(id, place.PathOf(id), fault));
    }

    /// <summary>Whether an object need not, or must not, be made because of its size.</summary>
    private bool IsLeftOut(DeltaForest forest, int rank, ObjectKind kind, long size, out Made made)
    {
        bool isBase = forest.FirstChild(rank) >= 0, isLarge = kind == ObjectKind.Blob && size > options.MaxBlobSize;
        List<LargeBlob>? deltas = isBase && isLarge ? LargeDeltas(forest, rank) : null;
        bool isTooLarge = isBase && deltas is null && size > MostBaseBytes;
        made = new Made(kind, size, default, false, isTooLarge ? Problem(forest, rank, "it is a base, and larger than what git makes deltas of") : null, deltas);
        return isTooLarge || deltas is not null || (!isBase && isLarge);
    }

    /// <summary>What of the deltas on a large object is wanted, where all of it is too large to be handed over; else null: then the object is needed.</summary>
    private List<LargeBlob>? LargeDeltas(DeltaForest forest, int root)
    {
        List<LargeBlob> large = [];
        var ranks = new Stack<int>([forest.FirstChild(root)]);
        for (int looked = 0; ranks.TryPop(out int rank); looked++)
        {
            if (looked == MostLargeDeltas || !forest.Pack.TryReadEntry(forest.Order.Offset(rank), out PackEntry entry)
                || !DeltaEntry.TryReadTargetSize(forest.Pack, entry, out long size) || size <= options.MaxBlobSize)
            {
                return null;
            }

            if (forest.IsWanted(rank))
            {
                large.Add(new LargeBlob(forest.IdOf(rank), size));
            }

            foreach (int next in (ReadOnlySpan<int>)[forest.FirstChild(rank), forest.NextSibling(rank)])
            {
                if (next >= 0)
                {
                    ranks.Push(next);
                }
            }
        }

        return large;
    }

    private Made MakeAlone(DeltaForest forest, int rank)
    {
        string? fault = reader.TryReadAt(forest.Pack, forest.Order.Offset(rank), out GitObject found);
        return FromReader(fault is null, found, fault is null ? null : Problem(forest, rank, fault));
    }

    private Made MakeFromCopy(DeltaForest forest, int rank, string fault)
    {
        ObjectId id = forest.IdOf(rank);
        return FromReader(
            reader.TryRead(id, ObjectLocation.In(forest.Pack, forest.Order.Offset(rank)), out GitObject found, out _), found, Problem(forest, rank, fault));
    }

    private static ObjectProblem Problem(DeltaForest forest, int rank, string fault) =>
        new(forest.IdOf(rank), ObjectLocation.In(forest.Pack, forest.Order.Offset(rank)).ToString(), fault);

    private static Made FromReader(bool read, in GitObject found, ObjectProblem? problem) =>
        read ? new Made(found.Kind, found.Content.Length, Buffer.CopyOf(found.Content), false, null) : new Made(ObjectKind.None, 0, default, false, problem);
}
