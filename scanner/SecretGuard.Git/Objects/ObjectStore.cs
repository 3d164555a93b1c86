using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>All objects that a repository can reach: its own and those of its alternates.</summary>
internal sealed class ObjectStore : IDisposable
{
    /// <summary>A search takes as long as some entries of a table.</summary>
    private const int FewOf = 8;

    private readonly ObjectDirectory[] _directories;
    private readonly ObjectProblems _problems;
    private readonly Lazy<(LooseObjects Place, ObjectId Id)[]> _loose;
    private readonly Lock _lock = new();
    private volatile Pack[] _packs = [];

    // Most look-ups follow each other in one pack.
    private int _lastPack;

    public ObjectStore(string[] directories, ObjectFormat format, ObjectProblems problems)
    {
        Format = format;
        _problems = problems;
        _directories = Array.ConvertAll(directories, directory => new ObjectDirectory(directory, format));
        LooseFolders = Array.ConvertAll(_directories, directory => directory.Loose);
        _loose = new(ListLoose);
        OpenNewPacks();
    }

    public ObjectFormat Format { get; }

    public IReadOnlyList<Pack> Packs => _packs;

    /// <summary>Every object that had a file of its own when this was first asked for. Where it has none any more, a pack has it, which came meanwhile and is found.</summary>
    public IReadOnlyList<(LooseObjects Place, ObjectId Id)> Loose => _loose.Value;

    /// <summary>What could not be opened or listed.</summary>
    public IReadOnlyList<ObjectProblem> Problems
    {
        get
        {
            lock (_lock)
            {
                return [.. _problems.Kept, .. _directories.SelectMany(directory => directory.Problems)];
            }
        }
    }

    /// <summary>The folders in which objects stand in files of their own.</summary>
    public LooseObjects[] LooseFolders { get; }

    /// <summary>Whether a pack that is known has an object.</summary>
    public bool IsPacked(ObjectId id) => Array.Exists(_packs, pack => pack.Index.Find(id) >= 0);

    /// <summary>The first place of an object that is not refused.</summary>
    /// <param name="id">The object.</param>
    /// <param name="tried">Places that were tried before.</param>
    /// <param name="location">The place.</param>
    public bool TryFind(in ObjectId id, TriedPlaces? tried, out ObjectLocation location) =>
        TryFindAmongKnown(id, tried, out location) || (LookForPacks() && TryFindAmongKnown(id, tried, out location));

    /// <summary>Says of the first bytes of ids whether there is such an object, in whatever state.</summary>
    /// <param name="questions">About how often it will be asked. For many questions all ids go into one table, for few the packs are searched.</param>
    public Func<ulong, bool> PrefixSearch(int questions)
    {
        var loose = new Lazy<HashSet<ulong>>(() => [.. Loose.Select(at => at.Id.Prefix)]);
        Pack[] packs = _packs;
        int packed = packs.Sum(pack => pack.Index.Count);
        if (questions < packed / FewOf)
        {
            return prefix => Array.Exists(packs, pack => pack.Index.HasPrefix(prefix)) || loose.Value.Contains(prefix);
        }

        var all = new HashSet<ulong>(packed);
        foreach (Pack pack in packs)
        {
            pack.Index.AddPrefixesTo(all);
        }

        return prefix => all.Contains(prefix) || loose.Value.Contains(prefix);
    }

    public void Dispose()
    {
        foreach (ObjectDirectory directory in _directories)
        {
            directory.Dispose();
        }
    }

    private bool TryFindAmongKnown(in ObjectId id, TriedPlaces? tried, out ObjectLocation location)
    {
        Pack[] packs = _packs;
        int last = _lastPack;
        for (int i = 0; i < packs.Length; i++)
        {
            int at = (i + last) % packs.Length;
            int position = packs[at].Index.Find(id);
            if (position >= 0)
            {
                location = ObjectLocation.In(packs[at], packs[at].Index.Offset(position));
                if (tried is null || !tried.Contains(location))
                {
                    _lastPack = at;
                    return true;
                }
            }
        }

        foreach (ObjectDirectory directory in _directories)
        {
            location = ObjectLocation.In(directory.Loose, id);
            if (directory.Loose.Has(id) && (tried is null || !tried.Contains(location)))
            {
                return true;
            }
        }

        location = default;
        return false;
    }

    /// <summary>Opens packs that came since; whether there are any.</summary>
    private bool LookForPacks()
    {
        lock (_lock)
        {
            return OpenNewPacks();
        }
    }

    private bool OpenNewPacks()
    {
        bool came = false;
        foreach (ObjectDirectory directory in _directories)
        {
            came |= directory.Look();
        }

        if (came)
        {
            // Of two copies the one in the larger pack has more of its relatives beside it.
            var packs = new List<Pack>();
            Array.ForEach(_directories, directory => packs.AddRange(directory.Packs));
            packs.Sort(static (one, other) => other.Index.Count.CompareTo(one.Index.Count));
            _packs = [.. packs];
        }

        return came;
    }

    /// <summary>Files first, then packs: what goes out of the ones comes into the others.</summary>
    private (LooseObjects Place, ObjectId Id)[] ListLoose()
    {
        (LooseObjects Place, ObjectId Id)[] loose = [.. _directories.SelectMany(directory => directory.Loose.List(_problems).Select(id => (directory.Loose, id)))];
        LookForPacks();
        return loose;
    }
}
