using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>All objects that a repository can reach: its own and those of its alternates.</summary>
internal sealed class ObjectStore : IDisposable
{
    /// <summary>A search takes as long as some entries of a table.</summary>
    private const int FewOf = 8;

    private readonly List<ObjectDirectory> _directories;
    private readonly Pack[] _packs;

    // Most look-ups follow each other in one pack.
    private int _lastPack;

    public ObjectStore(IEnumerable<string> directories, ObjectFormat format, ObjectProblems problems)
    {
        Format = format;
        _directories = [.. directories.Select(directory => ObjectDirectory.Open(directory, format, problems))];

        // Of two copies the one in the larger pack has more of its relatives beside it.
        _packs = [.. _directories.SelectMany(directory => directory.Packs).OrderByDescending(pack => pack.Index.Count)];
    }

    public ObjectFormat Format { get; }

    public IReadOnlyList<Pack> Packs => _packs;

    public IEnumerable<LooseObjects> Loose => _directories.Select(directory => directory.Loose);

    /// <summary>The first place of an object that is not refused.</summary>
    /// <param name="id">The object.</param>
    /// <param name="tried">Places that were tried before.</param>
    /// <param name="location">The place.</param>
    public bool TryFind(in ObjectId id, HashSet<ObjectLocation>? tried, out ObjectLocation location)
    {
        int last = _lastPack;
        for (int i = 0; i < _packs.Length; i++)
        {
            int at = (i + last) % _packs.Length;
            int position = _packs[at].Index.Find(id);
            if (position >= 0)
            {
                location = ObjectLocation.In(_packs[at], _packs[at].Index.Offset(position));
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

    /// <summary>Says of the first bytes of ids whether there is such an object, in whatever state.</summary>
    /// <param name="questions">About how often it will be asked. For many questions all ids go into one table, for few the packs are searched.</param>
    public Func<ulong, bool> PrefixSearch(int questions)
    {
        var loose = new Lazy<HashSet<ulong>>(() => [.. Loose.SelectMany(place => place.Ids()).Select(id => id.Prefix)]);
        int packed = _packs.Sum(pack => pack.Index.Count);
        if (questions < packed / FewOf)
        {
            return prefix => Array.Exists(_packs, pack => pack.Index.HasPrefix(prefix)) || loose.Value.Contains(prefix);
        }

        var all = new HashSet<ulong>(packed);
        foreach (Pack pack in _packs)
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
}
