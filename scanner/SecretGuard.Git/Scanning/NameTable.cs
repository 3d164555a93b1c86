using System.Runtime.InteropServices;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>Where a file or folder stands.</summary>
/// <param name="Table">The table that says so.</param>
/// <param name="Tree">The number of the tree in it.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Next">The number of the next place where it stands, or less than 0.</param>
internal readonly record struct NamedPlace(NameTable Table, int Tree, ReadOnlyMemory<byte> Name, int Next)
{
    /// <summary>Where the same stands besides: what it is called, and where it stands, says how it is read.</summary>
    public bool TryGetNext(out NamedPlace place)
    {
        int next = Next; // this place itself may be the one that takes it
        place = next < 0 ? default : Table.Repeat(next);
        return next >= 0;
    }
}

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
    private readonly List<(ulong Child, Place Place)> _repeats = [];
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

    /// <summary>Files and folders that earlier runs looked at, and that stand in new trees.</summary>
    public HashSet<(ObjectId Id, bool IsTree)> Known { get; } = [];

    /// <summary>Everything that stands in a tree, by the first bytes of its id.</summary>
    public IEnumerable<ulong> Named => _files.Keys.Concat(_folders.Keys);

    /// <summary>How much that is.</summary>
    public int NamedCount => _files.Count + _folders.Count;

    /// <summary>Where a file stands first; false where no tree holds it.</summary>
    public bool TryFindFile(ulong id, out NamedPlace place) => TryFind(_files, id, out place);

    /// <summary>Where a folder stands first; false where no tree holds it.</summary>
    public bool TryFindFolder(ulong id, out NamedPlace place) => TryFind(_folders, id, out place);

    /// <summary>Where something stands besides, by the number of this place.</summary>
    public NamedPlace Repeat(int number) => Read(_repeats[number].Place);

    /// <summary>How many trees there are.</summary>
    public int TreeCount => _trees.Count;

    /// <summary>The first bytes of the id of a tree.</summary>
    public ulong TreeAt(int number) => _trees[number].Id;

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

        foreach ((ulong child, Place place) in _repeats)
        {
            yield return (child, _trees[place.Tree].Id);
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
        if (cache.Has(whole))
        {
            Known.Add((whole, entry.IsTree));
        }

        var place = new Place(_trees.Count - 1, _end, entry.Name.Length);
        ref Place first = ref CollectionsMarshal.GetValueRefOrAddDefault(entry.IsTree ? _folders : _files, id, out bool exists);
        if (!exists)
        {
            first = place;
            Keep(entry.Name);
            return;
        }

        Place repeat = entry.Name.SequenceEqual(NameAt(first)) ? first with { Tree = place.Tree } : Other(id, entry.Name, place);
        _repeats.Add((id, repeat with { Next = first.Next }));
        if (repeat.Length > 0)
        {
            first = first with { Next = _repeats.Count - 1 };
        }
    }

    /// <summary>The place with its name as it is kept; without a name where there were too many.</summary>
    private Place Other(ulong id, ReadOnlySpan<byte> name, Place place)
    {
        List<Place> others = _otherNames.TryGetValue(id, out List<Place>? known) ? known : _otherNames[id] = [];
        foreach (Place other in others)
        {
            if (name.SequenceEqual(NameAt(other)))
            {
                return other with { Tree = place.Tree };
            }
        }

        if (others.Count == MostNames)
        {
            return place with { Length = 0 };
        }

        others.Add(place);
        Keep(name);
        return place;
    }

    private bool TryFind(Dictionary<ulong, Place> places, ulong id, out NamedPlace named)
    {
        bool found = places.TryGetValue(id, out Place place);
        named = found ? Read(place) : default;
        return found;
    }

    private NamedPlace Read(Place place) => new(this, place.Tree, new ReadOnlyMemory<byte>(_names, place.Start, place.Length), place.Next);

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

    private readonly record struct Place(int Tree, int Start, int Length, int Next = -1);
}
