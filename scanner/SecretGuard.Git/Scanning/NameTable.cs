using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Under which name, in which tree, each blob and tree stands first. Only what is new in a tree against its base needs to be entered: the rest stands in the
/// base too. One table is filled by one thread. Objects are known by the first bytes of their ids: two that share them are looked at under each other's
/// names too, which loses nothing.
/// </summary>
internal sealed class NameTable(HistoryCache cache)
{
    private const int MostNames = 16;

    private readonly Dictionary<ulong, Place> _files = [];
    private readonly Dictionary<ulong, Place> _folders = [];
    private readonly Dictionary<ulong, List<Place>> _otherNames = [];
    private readonly List<(ulong Child, int Tree)> _repeats = [];
    private readonly List<(ulong Id, ulong Base)> _trees = [];
    private byte[] _names = new byte[64 * 1024];
    private int _end;

    /// <summary>Enters the new entries of a tree.</summary>
    public void Add(in ObjectVisit tree)
    {
        int segment = 0;
        _trees.Add((tree.Id.Prefix, tree.Segments.IsEmpty ? 0 : tree.BaseId.Prefix));
        foreach (TreeEntry entry in new Tree(tree.Content, (ObjectFormat)tree.Id.Length))
        {
            while (segment < tree.Segments.Length && (tree.Segments[segment].IsCopied || tree.Segments[segment].Target + tree.Segments[segment].Length <= entry.Start))
            {
                segment++;
            }

            bool isNew = tree.Segments.IsEmpty || (segment < tree.Segments.Length && tree.Segments[segment].Target < entry.End);
            if (isNew && !entry.IsSubmodule)
            {
                Add(entry);
            }
        }
    }

    /// <summary>Files that earlier runs looked at, under other names only.</summary>
    public HashSet<ObjectId> Renamed { get; } = [];

    /// <summary>Everything that stands in a tree, by the first bytes of its id.</summary>
    public IEnumerable<ulong> Named => _files.Keys.Concat(_folders.Keys);

    /// <summary>How much that is.</summary>
    public int NamedCount => _files.Count + _folders.Count;

    /// <summary>Where a file stands; false where no tree holds it.</summary>
    public bool TryFindFile(ulong id, out ulong tree, out ReadOnlySpan<byte> name) => TryFind(_files, id, out tree, out name);

    /// <summary>Where a folder stands; false where no tree holds it.</summary>
    public bool TryFindFolder(ulong id, out ulong tree, out ReadOnlySpan<byte> name) => TryFind(_folders, id, out tree, out name);

    /// <summary>Where a file stands under other names than the first: what it is called says how it is read.</summary>
    public IEnumerable<(ulong Tree, byte[] Name)> OtherNames(ulong id) =>
        _otherNames.TryGetValue(id, out List<Place>? places) ? places.Select(place => (_trees[place.Tree].Id, NameAt(place).ToArray())) : [];

    /// <summary>
    /// What leads up: from each folder, and from those files, to a tree that it was entered in; and from each tree to those that are stored as what they
    /// differ from it, since they may hold what it holds.
    /// </summary>
    public IEnumerable<(ulong From, ulong To)> WaysUp(IReadOnlySet<ulong> files)
    {
        foreach ((ulong id, Place place) in _folders.Concat(files.Where(_files.ContainsKey).Select(id => KeyValuePair.Create(id, _files[id]))))
        {
            yield return (id, _trees[place.Tree].Id);
        }

        foreach ((ulong child, int tree) in _repeats)
        {
            yield return (child, _trees[tree].Id);
        }

        foreach ((ulong id, ulong source) in _trees)
        {
            if (source != 0)
            {
                yield return (source, id);
            }
        }
    }

    private void Add(in TreeEntry entry)
    {
        ObjectId whole = entry.Id;
        ulong id = whole.Prefix;
        if (!entry.IsTree && cache.Has(whole) && !cache.Has(whole, entry.Name))
        {
            Renamed.Add(whole);
        }

        var place = new Place(_trees.Count - 1, _end, entry.Name.Length);
        Dictionary<ulong, Place> places = entry.IsTree ? _folders : _files;
        if (places.TryAdd(id, place))
        {
            Keep(entry.Name);
            return;
        }

        _repeats.Add((id, place.Tree));
        if (!entry.IsTree && !entry.Name.SequenceEqual(NameAt(places[id])))
        {
            AddOther(id, entry.Name, place);
        }
    }

    private void AddOther(ulong id, ReadOnlySpan<byte> name, Place place)
    {
        List<Place> others = _otherNames.TryGetValue(id, out List<Place>? known) ? known : _otherNames[id] = [];
        foreach (Place other in others)
        {
            if (name.SequenceEqual(NameAt(other)))
            {
                return;
            }
        }

        if (others.Count < MostNames)
        {
            others.Add(place);
            Keep(name);
        }
    }

    private bool TryFind(Dictionary<ulong, Place> places, ulong id, out ulong tree, out ReadOnlySpan<byte> name)
    {
        bool found = places.TryGetValue(id, out Place place);
        tree = found ? _trees[place.Tree].Id : 0;
        name = found ? NameAt(place) : default;
        return found;
    }

    private ReadOnlySpan<byte> NameAt(Place place) => _names.AsSpan(place.Start, place.Length);

    private void Keep(ReadOnlySpan<byte> name)
    {
        if (_end + name.Length > _names.Length)
        {
            Array.Resize(ref _names, Math.Max(_end + name.Length, _names.Length * 2));
        }

        name.CopyTo(_names.AsSpan(_end));
        _end += name.Length;
    }

    private readonly record struct Place(int Tree, int Start, int Length);
}
