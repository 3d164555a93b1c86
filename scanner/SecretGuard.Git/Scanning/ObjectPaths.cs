using System.Text;

namespace SecretGuard.Git.Scanning;

/// <summary>The paths of files, by the tables of all threads. For one thread.</summary>
internal sealed class ObjectPaths(IReadOnlyList<NameTable> tables)
{
    private const int Deepest = 4096; // git itself would not check out as much; damaged trees may hold themselves

    private readonly Dictionary<ulong, string> _folders = [];

    /// <summary>A path that the file had, with <c>/</c>; null where no tree holds it.</summary>
    public string? Of(in ObjectId id)
    {
        foreach (NameTable table in tables)
        {
            if (table.TryFindFile(id.Prefix, out ulong tree, out ReadOnlySpan<byte> name))
            {
                return PathOf(tree, name);
            }
        }

        return null;
    }

    /// <summary>A path for each other name that the file had.</summary>
    /// <param name="id">The file.</param>
    /// <param name="first">What <see cref="Of"/> says.</param>
    public IReadOnlyList<string> OthersOf(in ObjectId id, string first)
    {
        List<string>? others = null;
        bool isFirst = true;
        foreach (NameTable table in tables)
        {
            if (table.TryFindFile(id.Prefix, out ulong tree, out ReadOnlySpan<byte> name))
            {
                if (!isFirst)
                {
                    AddOther(ref others, first, tree, name);
                }

                isFirst = false;
            }

            foreach ((ulong place, byte[] other) in table.OtherNames(id.Prefix))
            {
                AddOther(ref others, first, place, other);
            }
        }

        return others ?? [];
    }

    private void AddOther(ref List<string>? others, string first, ulong tree, ReadOnlySpan<byte> name)
    {
        string other = Encoding.UTF8.GetString(name);
        if (!IsNamed(first, other) && others?.Exists(known => IsNamed(known, other)) != true)
        {
            (others ??= []).Add(PathOf(tree, name));
        }
    }

    private static bool IsNamed(string path, string name) =>
        path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[path.Length - name.Length - 1] == '/');

    private string PathOf(ulong tree, ReadOnlySpan<byte> name) => $"{FolderOf(tree, 0)}{Encoding.UTF8.GetString(name)}";

    private string FolderOf(ulong tree, int depth)
    {
        if (_folders.TryGetValue(tree, out string? known))
        {
            return known;
        }

        string folder = "";
        foreach (NameTable table in depth < Deepest ? tables : [])
        {
            if (table.TryFindFolder(tree, out ulong parent, out ReadOnlySpan<byte> name))
            {
                folder = $"{FolderOf(parent, depth + 1)}{Encoding.UTF8.GetString(name)}/";
                break;
            }
        }

        _folders[tree] = folder;
        return folder;
    }
}
