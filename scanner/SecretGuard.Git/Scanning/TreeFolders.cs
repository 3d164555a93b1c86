using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Git.Scanning;

/// <summary>The paths of folders, by the tables of all threads, and worked out once for all threads.</summary>
internal sealed class TreeFolders(IReadOnlyList<NameTable> tables)
{
    private const int Deepest = 4096; // git itself would not check out as much; damaged trees may hold themselves

    // By the number of the tree in its table.
    private readonly Dictionary<NameTable, string[]?[]> _known = tables.ToDictionary(table => table, table => new string[]?[table.TreeCount]);

    // For whoever works one out.
    private readonly Lock _working = new();
    private readonly HashSet<ulong> _open = [];
    private readonly Dictionary<string, string[]> _single = new(StringComparer.Ordinal); // the versions of a folder have one path: it is held once

    /// <summary>What stands where.</summary>
    public IReadOnlyList<NameTable> Tables { get; } = tables;

    /// <summary>The paths of a tree, each with a <c>/</c> at its end: one for each place in a project that it had, and never none.</summary>
    public string[] Of(ulong tree)
    {
        lock (_working)
        {
            return WorkOut(tree, 0);
        }
    }

    /// <summary>The paths of a tree of a table, by its number there: kept.</summary>
    public string[] Of(NameTable table, int tree)
    {
        if (_known[table][tree] is { } known)
        {
            return known;
        }

        lock (_working)
        {
            return Of(table, tree, 0);
        }
    }

    private string[] Of(NameTable table, int tree, int depth)
    {
        string[]?[] known = _known[table];
        ulong id = table.TreeAt(tree);
        return known[tree] ?? (depth == Deepest || _open.Contains(id) ? Single("") : known[tree] = WorkOut(id, depth));
    }

    private string[] WorkOut(ulong tree, int depth)
    {
        _open.Add(tree);
        List<string> folders = [];
        foreach (NameTable table in Tables)
        {
            if (!table.TryFindFolder(tree, out NamedPlace first))
            {
                continue;
            }

            string[] above = Of(first.Table, first.Tree, depth + 1);
            Add(folders, above, first.Name.Span);
            for (NamedPlace place = first; place.TryGetNext(out place);)
            {
                // Most stand in the versions of one folder, under one name.
                string[] other = Of(place.Table, place.Tree, depth + 1);
                if (!ReferenceEquals(other, above) || !place.Name.Span.SequenceEqual(first.Name.Span))
                {
                    Add(folders, other, place.Name.Span);
                }
            }
        }

        _open.Remove(tree);
        return folders.Count > 1 ? [.. folders] : Single(folders.Count == 0 ? "" : folders[0]);
    }

    private string[] Single(string folder) => _single.TryGetValue(folder, out string[]? known) ? known : _single[folder] = [folder];

    private static void Add(List<string> folders, string[] above, ReadOnlySpan<byte> name)
    {
        foreach (string parent in above)
        {
            string folder = $"{parent}{Encoding.UTF8.GetString(name)}/";
            if (folders.Count == 0 || !folders.Exists(known => known == folder || PathReading.Of(known) == PathReading.Of(folder)))
            {
                folders.Add(folder);
            }
        }
    }
}
