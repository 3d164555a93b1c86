using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Reading;

/// <summary>
/// What a pack's deltas hang on: trees whose roots are stored whole. Objects are named by their rank in the pack's order.
/// Holds what is wanted and what is needed to make it; of the children of an object the heaviest comes last,
/// so that a walk which lets go of an object when it turns to its last child never holds more objects than a logarithm of their number.
/// </summary>
internal sealed class DeltaForest
{
    private const int None = -1;

    private readonly byte[] _kinds;
    private readonly bool[] _wanted;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _weights;

    public DeltaForest(Pack pack, ObjectReader reader, ObjectKinds kinds, Func<int, bool> isClaimed)
    {
        Pack = pack;
        Order = pack.Order;
        int count = Order.Count;
        _kinds = new byte[count];
        _wanted = new bool[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _weights = new int[count];
        int[] bases = new int[count];
        ReadEntries(bases, reader);
        int[] sorted = SortTopologically(bases);
        for (int rank = 0; rank < count; rank++)
        {
            // Of what is damaged the kind is not known: it is wanted, and told.
            _wanted[rank] = isClaimed(Order.Position(rank)) && (_kinds[rank] == 0 || kinds.Has(KindOf(rank)));
        }

        Weigh(bases, sorted);
        Link(bases);
        Roots = [.. Enumerable.Range(0, count).Where(rank => bases[rank] == None && _weights[rank] > 0)];
    }

    public Pack Pack { get; }

    public PackOrder Order { get; }

    /// <summary>The ranks that walks start at, in the order of their offsets.</summary>
    public int[] Roots { get; }

    /// <summary>The kind of an object; none where that is not known, because it or its base is damaged.</summary>
    public ObjectKind KindOf(int rank) => (ObjectKind)_kinds[rank];

    /// <summary>Whether an object is to be handed over.</summary>
    public bool IsWanted(int rank) => _wanted[rank];

    /// <summary>The first object that is a delta to this one and needed, or a negative number.</summary>
    public int FirstChild(int rank) => _firstChild[rank];

    /// <summary>The next object with the same base, or a negative number.</summary>
    public int NextSibling(int rank) => _nextSibling[rank];

    public ObjectId IdOf(int rank) => Pack.Index.Id(Order.Position(rank));

    /// <summary>Cuts off what follows a child, as a list of its own; its first.</summary>
    public int CutBehind(int child)
    {
        int next = _nextSibling[child];
        _nextSibling[child] = None;
        return next;
    }

    private void ReadEntries(int[] bases, ObjectReader reader)
    {
        for (int rank = 0; rank < bases.Length; rank++)
        {
            bases[rank] = None;
            if (!Pack.TryReadEntry(Order.Offset(rank), out PackEntry entry))
            {
                continue;
            }

            if (!entry.IsDelta)
            {
                _kinds[rank] = (byte)entry.Kind;
                continue;
            }

            int found = entry.Kind == PackEntryKind.OffsetDelta ? Order.FindBefore(rank, entry.Base) : FindId(Pack.BaseId(entry));
            if (found >= 0)
            {
                bases[rank] = found;
            }
            else if (reader.TryReadHeader(IdOf(rank), out ObjectHeader header, out _))
            {
                // The base is elsewhere: the object is made by itself.
                _kinds[rank] = (byte)header.Kind;
            }
        }
    }

    private int FindId(in ObjectId id)
    {
        int position = Pack.Index.Find(id);
        return position < 0 ? None : Order.Find(Pack.Index.Offset(position));
    }

    /// <summary>Bases before what hangs on them. What hangs on itself, in a ring, becomes a root and is told when it is read.</summary>
    private int[] SortTopologically(int[] bases)
    {
        Array.Fill(_firstChild, None);
        for (int rank = bases.Length - 1; rank >= 0; rank--)
        {
            if (bases[rank] != None)
            {
                _nextSibling[rank] = _firstChild[bases[rank]];
                _firstChild[bases[rank]] = rank;
            }
        }

        int[] sorted = new int[bases.Length];
        bool[] reached = new bool[bases.Length];
        int end = 0;
        for (int start = 0; start < bases.Length; start++)
        {
            if (bases[start] == None)
            {
                end = Reach(start, sorted, end, reached);
            }
        }

        for (int start = 0; end < bases.Length; start++)
        {
            if (!reached[start])
            {
                bases[start] = None;
                end = Reach(start, sorted, end, reached);
            }
        }

        return sorted;
    }

    private int Reach(int start, int[] sorted, int end, bool[] reached)
    {
        int next = end;
        reached[start] = true;
        sorted[end++] = start;
        while (next < end)
        {
            int rank = sorted[next++];
            for (int child = _firstChild[rank]; child != None; child = _nextSibling[child])
            {
                if (!reached[child])
                {
                    reached[child] = true;
                    _kinds[child] = _kinds[rank];
                    sorted[end++] = child;
                }
            }
        }

        return end;
    }

    private void Weigh(int[] bases, int[] sorted)
    {
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            int rank = sorted[i];
            _weights[rank] += _wanted[rank] ? 1 : 0;
            if (bases[rank] != None)
            {
                _weights[bases[rank]] += _weights[rank];
            }
        }
    }

    private void Link(int[] bases)
    {
        int[] heaviest = new int[bases.Length];
        Array.Fill(heaviest, None);
        for (int rank = 0; rank < bases.Length; rank++)
        {
            int parent = bases[rank];
            if (parent != None && _weights[rank] > 0 && (heaviest[parent] == None || _weights[rank] > _weights[heaviest[parent]]))
            {
                heaviest[parent] = rank;
            }
        }

        heaviest.CopyTo(_firstChild, 0);
        Array.Fill(_nextSibling, None);
        for (int rank = bases.Length - 1; rank >= 0; rank--)
        {
            int parent = bases[rank];
            if (parent != None && _weights[rank] > 0 && heaviest[parent] != rank)
            {
                _nextSibling[rank] = _firstChild[parent];
                _firstChild[parent] = rank;
            }
        }
    }
}
