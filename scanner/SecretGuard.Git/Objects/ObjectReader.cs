using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>Reads single objects, whatever way they are stored. Where one copy is damaged, another is taken.</summary>
internal sealed class ObjectReader(ObjectStore store, Lazy<BaseCache> cache)
{
    /// <summary>How often a damaged base may lead to another damaged copy before the object is given up.</summary>
    private const int MostDetours = 32;

    /// <summary>Reads an object.</summary>
    /// <param name="id">The object.</param>
    /// <param name="bad">A place whose copy is known to be damaged, or null.</param>
    /// <param name="found">The object.</param>
    /// <param name="problem">Why it could not be read; null where it is nowhere.</param>
    public bool TryRead(in ObjectId id, ObjectLocation? bad, out GitObject found, out ObjectProblem? problem)
    {
        var attempt = new Attempt();
        if (bad is { } place)
        {
            attempt.Tried.Add(place);
        }

        problem = null;
        if (TryReadAny(id, attempt, out found))
        {
            return true;
        }

        problem = attempt.First is { } first ? new ObjectProblem(id, first.Place, first.Reason) : null;
        return false;
    }

    /// <summary>Reads an object; of one that is larger than asked for kind and size only. A file of its own is opened once.</summary>
    /// <param name="id">The object.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <param name="content">Takes its bytes, in another array where this one is too short.</param>
    /// <param name="header">Kind and size.</param>
    /// <param name="problem">Why it could not be read; null where it is nowhere.</param>
    public bool TryRead(in ObjectId id, long mostBytes, ref byte[] content, out ObjectHeader header, out ObjectProblem? problem)
    {
        foreach (LooseObjects loose in store.IsPacked(id) ? [] : store.LooseFolders)
        {
            if (loose.TryRead(id, mostBytes, out header, out Buffer read) is null)
            {
                problem = null;
                if (!read.IsNone)
                {
                    Copy(read.Bytes, ref content);
                    read.Return();
                }

                return true;
            }
        }

        if (!TryReadHeader(id, out header, out problem))
        {
            return false;
        }

        if (header.Size > mostBytes)
        {
            return true;
        }

        // Copied: what is found may be kept as the base of others, and whoever asks writes over it.
        bool isRead = TryRead(id, null, out GitObject found, out problem);
        Copy(found.Content, ref content);
        return isRead;
    }

    private static void Copy(ReadOnlySpan<byte> read, ref byte[] content)
    {
        content = read.Length <= content.Length ? content : new byte[read.Length];
        read.CopyTo(content);
    }

    /// <summary>Reads the beginning of an object's content without the rest; false where it is stored as a difference from another one, or cannot be read.</summary>
    public bool TryReadBeginning(in ObjectId id, Span<byte> beginning, out int length)
    {
        length = 0;
        if (!store.TryFind(id, null, out ObjectLocation location))
        {
            return false;
        }

        if (location.Loose is { } loose)
        {
            return loose.TryReadBeginning(id, beginning, out length);
        }

        Pack pack = location.Pack!;
        if (!pack.TryReadEntry(location.Offset, out PackEntry entry) || entry.IsDelta)
        {
            return false;
        }

        length = (int)Math.Min(entry.Size, beginning.Length);
        return pack.TryInflate(entry, beginning[..length]);
    }

    /// <summary>Reads the object at an offset of a pack; null, or what is wrong.</summary>
    public string? TryReadAt(Pack pack, long offset, out GitObject found)
    {
        var attempt = new Attempt();
        return TryReadAt(ObjectLocation.In(pack, offset), attempt, out found) ? null : attempt.First?.Reason ?? "its base is missing";
    }

    /// <summary>Reads kind and size of an object without making it.</summary>
    public bool TryReadHeader(in ObjectId id, out ObjectHeader header, out ObjectProblem? problem)
    {
        problem = null;
        header = default;
        var tried = new TriedPlaces();
        while (store.TryFind(id, tried, out ObjectLocation location))
        {
            tried.Add(location);
            string? fault = location.Loose is { } loose ? loose.TryReadHeader(id, out header) : TryReadHeaderAt(location, out header);
            if (fault is null)
            {
                problem = null;
                return true;
            }

            problem ??= new ObjectProblem(id, location.ToString(), fault);
        }

        return false;
    }

    private string? TryReadHeaderAt(ObjectLocation location, out ObjectHeader header)
    {
        header = default;
        long size = -1;
        HashSet<ObjectLocation>? seen = null;
        while (location.Pack is { } pack)
        {
            if (!pack.TryReadEntry(location.Offset, out PackEntry entry))
            {
                return "its head is damaged";
            }

            if (!entry.IsDelta)
            {
                header = new ObjectHeader((ObjectKind)entry.Kind, size < 0 ? entry.Size : size);
                return null;
            }

            if (size < 0 && !DeltaEntry.TryReadTargetSize(pack, entry, out size))
            {
                return "its delta is damaged";
            }

            if (!(seen ??= []).Add(location))
            {
                return "its deltas form a ring";
            }

            if (!TryFindBase(pack, entry, out location))
            {
                return "the base of its delta is missing";
            }
        }

        string? fault = location.Loose!.TryReadHeader(location.LooseId, out header);
        header = header with { Size = size };
        return fault;
    }

    private bool TryFindBase(Pack pack, in PackEntry entry, out ObjectLocation location)
    {
        if (entry.Kind == PackEntryKind.OffsetDelta)
        {
            location = ObjectLocation.In(pack, entry.Base);
            return true;
        }

        ObjectId id = pack.BaseId(entry);
        int position = pack.Index.Find(id);
        if (position >= 0)
        {
            location = ObjectLocation.In(pack, pack.Index.Offset(position));
            return true;
        }

        return store.TryFind(id, null, out location);
    }

    private bool TryReadAny(in ObjectId id, Attempt attempt, out GitObject found)
    {
        attempt.Detours++;
        while (attempt.Detours <= MostDetours && store.TryFind(id, attempt.Tried, out ObjectLocation location))
        {
            if (TryReadAt(location, attempt, out found))
            {
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>Goes down to the first base that is known or whole, then up again. A step that fails tries other copies of its own object.</summary>
    private bool TryReadAt(ObjectLocation location, Attempt attempt, out GitObject found)
    {
        var deltas = new Stack<(ObjectLocation Location, PackEntry Entry)>();
        bool reached = TryReadBase(location, deltas, attempt, out found);
        Buffer step = default; // what the last delta made, on the way; the object at hand where there is none
        while (deltas.TryPop(out (ObjectLocation Location, PackEntry Entry) delta))
        {
            Pack pack = delta.Location.Pack!;
            Buffer made = default;
            string? fault = !reached ? null
                : deltas.Count == 0 ? TryMake(delta.Location, delta.Entry, step, ref found)
                : DeltaEntry.TryApply(pack, delta.Entry, step.IsNone ? found.Content : step.Bytes, out made);
            step.Return();
            step = made;
            if (fault is not null)
            {
                attempt.Note(delta.Location, fault);
                reached = false;
            }

            if (!reached && pack.Order.Find(delta.Location.Offset) is >= 0 and var rank)
            {
                reached = TryReadAny(pack.Index.Id(pack.Order.Position(rank)), attempt, out found);
            }
        }

        return reached;
    }

    /// <summary>Makes the object that was asked for, by the last of its deltas.</summary>
    private string? TryMake(in ObjectLocation location, in PackEntry entry, in Buffer step, ref GitObject found)
    {
        string? fault = DeltaEntry.TryMake(location.Pack!, entry, step.IsNone ? found.Content : step.Bytes, out byte[] content);
        if (fault is null)
        {
            found = new GitObject(found.Kind, content);
            cache.Value.Add(location.Pack!, location.Offset, found);
        }

        return fault;
    }

    private bool TryReadBase(ObjectLocation location, Stack<(ObjectLocation Location, PackEntry Entry)> deltas, Attempt attempt, out GitObject found)
    {
        found = default;
        while (true)
        {
            if (!attempt.Tried.Add(location))
            {
                attempt.Note(location, "its deltas form a ring, or need an object that is damaged");
                return false;
            }

            if (location.Loose is { } loose)
            {
                return attempt.Check(location, TryReadLoose(loose, location.LooseId, out found));
            }

            Pack pack = location.Pack!;
            if (cache.Value.TryGet(pack, location.Offset, out found))
            {
                return true;
            }

            if (!pack.TryReadEntry(location.Offset, out PackEntry entry))
            {
                return attempt.Check(location, "its head is damaged") || TryReadOther(location, attempt, out found);
            }

            if (!entry.IsDelta)
            {
                string? fault = DeltaEntry.TryReadWhole(pack, entry, out found);
                if (fault is null)
                {
                    cache.Value.Add(pack, location.Offset, found);
                }

                return attempt.Check(location, fault) || TryReadOther(location, attempt, out found);
            }

            deltas.Push((location, entry));
            if (!TryFindBase(pack, entry, out ObjectLocation next))
            {
                return attempt.Check(location, "the base of its delta is missing");
            }

            location = next;
        }
    }

    /// <summary>Another copy of what is damaged here.</summary>
    private bool TryReadOther(in ObjectLocation location, Attempt attempt, out GitObject found)
    {
        found = default;
        return location.Pack!.Order.Find(location.Offset) is >= 0 and var rank
            && TryReadAny(location.Pack.Index.Id(location.Pack.Order.Position(rank)), attempt, out found);
    }

    private static string? TryReadLoose(LooseObjects loose, in ObjectId id, out GitObject found)
    {
        found = default;
        string? fault = loose.TryRead(id, Array.MaxLength, out ObjectHeader header, out Buffer content);
        if (fault is null && content.IsNone)
        {
            return "it is larger than can be held in memory";
        }

        if (fault is null)
        {
            found = Taken(header.Kind, content);
        }

        return fault;
    }

    private static GitObject Taken(ObjectKind kind, Buffer content)
    {
        var taken = new GitObject(kind, content.Bytes.ToArray());
        content.Return();
        return taken;
    }

    /// <summary>What one reading tried, so that it ends, and what it met first.</summary>
    private sealed class Attempt
    {
        public TriedPlaces Tried { get; } = new();

        public int Detours { get; set; }

        public (string Place, string Reason)? First { get; private set; }

        public void Note(in ObjectLocation location, string reason) => First ??= (location.ToString(), reason);

        public bool Check(in ObjectLocation location, string? fault)
        {
            if (fault is not null)
            {
                Note(location, fault);
            }

            return fault is null;
        }
    }
}
