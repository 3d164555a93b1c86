using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>What leads to each commit, and to each annotated tag: of all references the one by which it has got furthest.</summary>
internal sealed class CommitReaches
{
    /// <summary>How many levels there are: nothing leads to a commit, other references of this repository do, a branch does, one of a remote does.</summary>
    public const int Levels = 4;

    private const int LevelOfBranches = 2;

    private readonly CommitOrder _order;
    private readonly bool _isShared;
    private readonly Reference[] _references; // the least first
    private readonly int[] _through; // of each commit the place of its reference and one more; 0 where nothing leads to it
    private readonly Dictionary<ObjectId, int> _others = [];

    /// <summary>From the youngest to the oldest, each commit hands on what leads to it.</summary>
    /// <param name="order">All commits.</param>
    /// <param name="references">The references, and what else is kept under a name, such as stashes.</param>
    /// <param name="isShared">Whether others fetch from here, so that what references lead to is out.</param>
    /// <param name="tags">What annotated tags are put on.</param>
    private CommitReaches(CommitOrder order, IEnumerable<Reference> references, bool isShared, IReadOnlyDictionary<ObjectId, ObjectId> tags)
    {
        (_order, _isShared) = (order, isShared);
        _references = [.. references.OrderBy(LevelOf).ThenBy(reference => reference.Name, StringComparer.Ordinal)];
        _through = new int[order.Count];
        for (int i = 1; i <= _references.Length; i++)
        {
            ObjectId tip = _references[i - 1].Id;
            Raise(tip, i);
            for (int depth = 0; depth <= tags.Count && tags.TryGetValue(tip, out ObjectId target); depth++)
            {
                Raise(target, i);
                tip = target;
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            foreach (ObjectId parent in _through[i] == 0 ? [] : order[i].Parents)
            {
                Raise(parent, _through[i]);
            }
        }
    }

    /// <summary>Reads what leads to the commits of a repository. One that is bare, and has no work trees elsewhere, is or mirrors what others fetch from.</summary>
    public static CommitReaches Of(GitRepository repository, CommitOrder order, References references, IReadOnlyDictionary<ObjectId, ObjectId> tags, CancellationToken cancellation) =>
        new(order, references.All.Concat(repository.ReadStashes(cancellation)), repository.IsBare, tags);

    /// <summary>The level of the commit at a place: the higher, the further it has got.</summary>
    public int LevelAt(int place) => LevelOf(_through[place]);

    /// <summary>How far the commit at a place has got, and the reference without which nothing would lead to it; null where a branch does.</summary>
    public (Reach Reach, string? OnlyIn) At(int place) => Told(_through[place]);

    /// <summary>The same of commits or tags together.</summary>
    public (Reach Reach, string? OnlyIn) Of(IEnumerable<ObjectId> ids) =>
        Told(ids.Max(id => _order.PlaceOf(id) is var place and >= 0 ? _through[place] : _others.GetValueOrDefault(id)));

    private (Reach Reach, string? OnlyIn) Told(int through) => LevelOf(through) switch
    {
        0 => (Reach.Unreachable, null),
        1 => (Reach.Local, _references[through - 1].Name),
        LevelOfBranches => (Reach.Local, null),
        _ => (Reach.Remote, null),
    };

    private int LevelOf(int through) => through == 0 ? 0 : LevelOf(_references[through - 1]);

    private int LevelOf(Reference reference) => reference.IsRemote || _isShared ? Levels - 1 : reference.IsBranch ? LevelOfBranches : 1;

    private void Raise(in ObjectId id, int through)
    {
        if (_order.PlaceOf(id) is var place and >= 0)
        {
            _through[place] = Math.Max(_through[place], through);
        }
        else if (_others.GetValueOrDefault(id) < through)
        {
            _others[id] = through;
        }
    }
}
