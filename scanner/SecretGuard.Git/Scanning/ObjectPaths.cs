using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Git.Scanning;

/// <summary>The paths of files. For one thread.</summary>
internal sealed class ObjectPaths(TreeFolders folders)
{
    // The versions of a file follow each other: they have one path, and what is known of it is found by the string itself.
    private (string Folder, ReadOnlyMemory<byte> Name, string Path) _last = ("", default, "");

    /// <summary>A path that the file had, with <c>/</c>; null where no tree holds it.</summary>
    public string? Of(in ObjectId id) => Of(id, out _);

    /// <summary>A path that the file had, and another one for each other way to read it that a path of it has.</summary>
    public string? Of(in ObjectId id, out IReadOnlyList<string> others)
    {
        string? first = null;
        List<string>? more = null;
        foreach (NameTable table in folders.Tables)
        {
            if (!table.TryFindFile(id.Prefix, out NamedPlace own))
            {
                continue;
            }

            string[] above = folders.Of(own.Table, own.Tree);
            Add(ref first, ref more, above, own.Name);
            for (NamedPlace place = own; place.TryGetNext(out place);)
            {
                string[] other = folders.Of(place.Table, place.Tree);
                if (!ReferenceEquals(other, above) || !place.Name.Span.SequenceEqual(own.Name.Span))
                {
                    Add(ref first, ref more, other, place.Name);
                }
            }
        }

        others = more ?? (IReadOnlyList<string>)[];
        return first;
    }

    /// <summary>The paths of a tree, as <see cref="TreeFolders"/> has them.</summary>
    public IReadOnlyList<string> FoldersOf(ulong tree) => folders.Of(tree);

    private void Add(ref string? first, ref List<string>? others, string[] above, ReadOnlyMemory<byte> name)
    {
        foreach (string folder in above)
        {
            string path = PathOf(folder, name);
            first ??= path;
            if (path != first && PathReading.Of(path) is var reading && reading != PathReading.Of(first) && others?.Exists(known => PathReading.Of(known) == reading) != true)
            {
                (others ??= []).Add(path);
            }
        }
    }

    private string PathOf(string folder, ReadOnlyMemory<byte> name)
    {
        if (!ReferenceEquals(folder, _last.Folder) || !name.Span.SequenceEqual(_last.Name.Span))
        {
            _last = (folder, name, $"{folder}{Encoding.UTF8.GetString(name.Span)}");
        }

        return _last.Path;
    }
}
