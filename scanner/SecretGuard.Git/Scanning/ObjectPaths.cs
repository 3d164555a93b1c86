using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Git.Scanning;

/// <summary>The paths of files and folders, by the tables of all threads. For one thread.</summary>
internal sealed class ObjectPaths(IReadOnlyList<NameTable> tables)
{
    private const int Deepest = 4096; // git itself would not check out as much; damaged trees may hold themselves

    private readonly Dictionary<ulong, IReadOnlyList<string>> _folders = [];

    // The versions of a folder have one path: it is held once.
    private readonly Dictionary<string, IReadOnlyList<string>> _single = new(StringComparer.Ordinal);

    /// <summary>A path that the file had, with <c>/</c>; null where no tree holds it.</summary>
    public string? Of(in ObjectId id) => Of(id, out _);

    /// <summary>A path that the file had, and another one for each other way to read it that a path of it has.</summary>
    public string? Of(in ObjectId id, out IReadOnlyList<string> others)
    {
        string? first = null;
        List<string>? more = null;
        foreach (NameTable table in tables)
        {
            if (table.TryFindFile(id.Prefix, out NamedPlace place))
            {
                Add(ref first, ref more, FoldersOf(place.Tree), place.Name);
                foreach (NamedPlace repeat in Repeats(table, id.Prefix, place, 0))
                {
                    Add(ref first, ref more, FoldersOf(repeat.Tree), repeat.Name);
                }
            }
        }

        others = more ?? [];
        return first;
    }

    /// <summary>The paths of a tree, each with a <c>/</c> at its end: one for each place in a project that it had, and never none.</summary>
    public IReadOnlyList<string> FoldersOf(ulong tree) => FoldersOf(tree, 0);

    private static void Add(ref string? first, ref List<string>? others, IReadOnlyList<string> folders, ReadOnlySpan<byte> name)
    {
        foreach (string folder in folders)
        {
            string path = PathOf(folder, name);
            first ??= path;
            if (path != first && PathReading.Of(path) is var reading && reading != PathReading.Of(first) && others?.Exists(known => PathReading.Of(known) == reading) != true)
            {
                (others ??= []).Add(path);
            }
        }
    }

    /// <summary>Where it stands besides, but under another path: most are in other versions of the same folder.</summary>
    private IEnumerable<NamedPlace> Repeats(NameTable table, ulong id, NamedPlace first, int depth) => !first.IsRepeated
        ? []
        : table.Repeats(id).Where(repeat => !ReferenceEquals(FoldersOf(repeat.Tree, depth + 1), FoldersOf(first.Tree, depth + 1)) || !repeat.Name.SequenceEqual(first.Name));

    private static string PathOf(string folder, ReadOnlySpan<byte> name) => $"{folder}{Encoding.UTF8.GetString(name)}";

    private IReadOnlyList<string> FoldersOf(ulong tree, int depth)
    {
        if (_folders.TryGetValue(tree, out IReadOnlyList<string>? known))
        {
            return known;
        }

        _folders[tree] = Single(""); // for a tree that holds itself
        List<string> folders = [];
        foreach (NameTable table in depth < Deepest ? tables : [])
        {
            if (table.TryFindFolder(tree, out NamedPlace place))
            {
                AddFolders(folders, place, depth);
                foreach (NamedPlace repeat in Repeats(table, tree, place, depth))
                {
                    AddFolders(folders, repeat, depth);
                }
            }
        }

        return _folders[tree] = folders.Count > 1 ? folders : Single(folders.Count == 0 ? "" : folders[0]);
    }

    private IReadOnlyList<string> Single(string folder) => _single.TryGetValue(folder, out IReadOnlyList<string>? known) ? known : _single[folder] = [folder];

    private void AddFolders(List<string> folders, NamedPlace place, int depth)
    {
        foreach (string above in FoldersOf(place.Tree, depth + 1))
        {
            string folder = $"{PathOf(above, place.Name)}/";
            if (folders.Count == 0 || !folders.Exists(known => known == folder || PathReading.Of(known) == PathReading.Of(folder)))
            {
                folders.Add(folder);
            }
        }
    }
}
