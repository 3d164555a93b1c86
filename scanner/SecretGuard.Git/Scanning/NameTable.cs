using System.Text;

namespace SecretGuard.Git.Scanning;

/// <summary>
/// Under which name, in which tree, each blob and tree stands first. Only what is new in a tree against its base needs to be entered: the rest stands in the
/// base too. One table is filled by one thread; together they know the path of every object that any tree holds.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<ObjectId, Place> _places = [];
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
            if (isNew && !entry.IsSubmodule && _places.TryAdd(entry.Id, new Place(_trees.Count - 1, _end, entry.Name.Length)))
            {
                Keep(entry.Name);
            }
        }
    }

    /// <summary>The name and the tree of an object.</summary>
    public bool TryFind(in ObjectId id, out ObjectId tree, out string name)
    {
        bool found = _places.TryGetValue(id, out Place place);
        (tree, name) = found ? (_trees[place.Tree], Encoding.UTF8.GetString(_names, place.Start, place.Length)) : (default, "");
        return found;
    }

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
