using System.Text;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Under which name, in which tree, each blob and tree stands first. Only what is new in a tree against its base needs to be entered: the rest stands in the
/// base too. One table is filled by one thread; together they know the path of every object that any tree holds.
/// </summary>
internal sealed class NameTable
{
    private const int MostNames = 16;

    private readonly Dictionary<ObjectId, Place> _places = [];
    private readonly Dictionary<ObjectId, List<Place>> _otherNames = [];
    private readonly List<ObjectId> _trees = [];
    private byte[] _names = new byte[64 * 1024];
    private int _end;

    /// <summary>Enters the new entries of a tree.</summary>
    public void Add(in ObjectVisit tree)
    {
        int segment = 0;
        _trees.Add(tree.Id);
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

    /// <summary>Where a file stands under other names than the first: what it is called says how it is read.</summary>
    public IEnumerable<(ObjectId Tree, string Name)> OtherNames(in ObjectId id) =>
        _otherNames.TryGetValue(id, out List<Place>? places) ? places.Select(place => (_trees[place.Tree], Encoding.UTF8.GetString(NameAt(place)))) : [];

    /// <summary>The name and the tree of an object.</summary>
    public bool TryFind(in ObjectId id, out ObjectId tree, out string name)
    {
        bool found = _places.TryGetValue(id, out Place place);
        (tree, name) = found ? (_trees[place.Tree], Encoding.UTF8.GetString(NameAt(place))) : (default, "");
        return found;
    }

    private void Add(in TreeEntry entry)
    {
        var place = new Place(_trees.Count - 1, _end, entry.Name.Length);
        if (_places.TryAdd(entry.Id, place))
        {
            Keep(entry.Name);
        }
        else if (!entry.IsTree && !entry.Name.SequenceEqual(NameAt(_places[entry.Id])))
        {
            AddOther(entry, place);
        }
    }

    private void AddOther(in TreeEntry entry, Place place)
    {
        List<Place> others = _otherNames.TryGetValue(entry.Id, out List<Place>? known) ? known : _otherNames[entry.Id] = [];
        foreach (Place other in others)
        {
            if (entry.Name.SequenceEqual(NameAt(other)))
            {
                return;
            }
        }

        if (others.Count < MostNames)
        {
            others.Add(place);
            Keep(entry.Name);
        }
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

/// <summary>The paths of objects, by the tables of all threads.</summary>
internal sealed class ObjectPaths(IReadOnlyList<NameTable> tables)
{
    private const int Deepest = 4096; // git itself would not check out as much; damaged trees may hold themselves

    private readonly Dictionary<ObjectId, string> _folders = [];

    /// <summary>A path that the object had, with <c>/</c>; null where no tree holds it.</summary>
    public string? Of(in ObjectId id) => Find(id, out ObjectId tree, out string name) ? FolderOf(tree, 0) + name : null;

    /// <summary>A path for each other name that a file had.</summary>
    public IEnumerable<string> OthersOf(ObjectId id)
    {
        string? first = Of(id);
        string name = first is null ? "" : first[(first.LastIndexOf('/') + 1)..];
        var told = new HashSet<string>(StringComparer.Ordinal) { name };
        foreach (NameTable table in tables)
        {
            IEnumerable<(ObjectId Tree, string Name)> names = table.OtherNames(id);
            foreach ((ObjectId tree, string other) in table.TryFind(id, out ObjectId place, out string own) ? names.Append((place, own)) : names)
            {
                if (told.Add(other))
                {
                    yield return FolderOf(tree, 0) + other;
                }
            }
        }
    }

    private string FolderOf(in ObjectId tree, int depth)
    {
        if (_folders.TryGetValue(tree, out string? known))
        {
            return known;
        }

        string folder = depth < Deepest && Find(tree, out ObjectId parent, out string name) ? $"{FolderOf(parent, depth + 1)}{name}/" : "";
        _folders[tree] = folder;
        return folder;
    }

    private bool Find(in ObjectId id, out ObjectId tree, out string name)
    {
        foreach (NameTable table in tables)
        {
            if (table.TryFind(id, out tree, out name))
            {
                return true;
            }
        }

        (tree, name) = (default, "");
        return false;
    }
}
