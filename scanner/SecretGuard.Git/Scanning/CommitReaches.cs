using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>How far each commit, and each annotated tag, has got, as the references tell.</summary>
internal sealed class CommitReaches
{
    private readonly CommitOrder _order;
    private readonly Reach[] _reach;
    private readonly Dictionary<ObjectId, Reach> _others = [];

    /// <summary>From the youngest to the oldest, each commit hands on what leads to it; what no reference leads to is unreachable.</summary>
    /// <param name="order">All commits.</param>
    /// <param name="references">The references.</param>
    /// <param name="tags">What annotated tags are put on.</param>
    public CommitReaches(CommitOrder order, References references, IReadOnlyDictionary<ObjectId, ObjectId> tags)
    {
        _order = order;
        _reach = new Reach[order.Count];
        foreach (Reference reference in references.All)
        {
            Reach own = reference.IsRemote ? Reach.Remote : Reach.Local;
            ObjectId tip = reference.Id;
            Raise(tip, own);
            for (int depth = 0; depth <= tags.Count && tags.TryGetValue(tip, out ObjectId target); depth++)
            {
                Raise(target, own);
                tip = target;
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            foreach (ObjectId parent in _reach[i] == Reach.Unreachable ? [] : order[i].Parents)
            {
                Raise(parent, _reach[i]);
            }
        }
    }

    /// <summary>The reach of the commit at a place.</summary>
    public Reach At(int place) => _reach[place];

    /// <summary>The reach of a commit or tag.</summary>
    public Reach Of(in ObjectId id) => _order.PlaceOf(id) is var place and >= 0 ? _reach[place] : _others.GetValueOrDefault(id);

    private void Raise(in ObjectId id, Reach own)
    {
        if (_order.PlaceOf(id) is var place and >= 0)
        {
            _reach[place] = own > _reach[place] ? own : _reach[place];
        }
        else if (_others.GetValueOrDefault(id) < own)
        {
            _others[id] = own;
        }
    }
}
