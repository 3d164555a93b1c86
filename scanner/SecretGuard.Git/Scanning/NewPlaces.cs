using System.Text;
using SecretGuard.Detection;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>Files of earlier runs that new trees put elsewhere, themselves or with their folders: what was no secret in a test may be one where they stand now.</summary>
internal sealed class NewPlaces(GitRepository repository, HistoryCache cache, ObjectPaths paths, BlobVisitor visitor, long mostBytes)
{
    // By how a path is read and not by the path: a tree that holds the next ten times over, and so on, has more paths than anybody can walk.
    private readonly HashSet<(ObjectId Id, string Reading)> _looked = [];

    /// <summary>Looks at what is read otherwise at its new place; says whether anything of it is worth a finding.</summary>
    public bool Look(IReadOnlyList<NameTable> tables, CancellationToken cancellation)
    {
        bool found = false;
        foreach ((ObjectId id, bool isTree) in tables.SelectMany(table => table.Known).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            if (isTree)
            {
                found |= Walk(id, cancellation);
                continue;
            }

            string first = paths.Of(id, out IReadOnlyList<string> others) ?? "";
            foreach (string path in others.Prepend(first))
            {
                found |= LookAt(id, path);
            }
        }

        return found;
    }

    private bool IsNew(in ObjectId id, string path) => !cache.Has(id, path) && _looked.Add((id, PathReading.Of(path)));

    private bool LookAt(in ObjectId id, string path)
    {
        byte[] content = [];
        return IsNew(id, path) && repository.TryRead(id, mostBytes, ref content, out ObjectHeader header, out _) && header.Size <= mostBytes && visitor.LookUnderNewPath(new ObjectVisit { Id = id, Kind = header.Kind, Content = content }, path);
    }

    private bool Walk(ObjectId id, CancellationToken cancellation)
    {
        bool found = false;
        var open = new Stack<(ObjectId Id, string Path)>(paths.FoldersOf(id.Prefix).Select(path => (id, path)));
        while (open.TryPop(out (ObjectId Id, string Path) folder))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsNew(folder.Id, folder.Path) || !repository.TryRead(folder.Id, out GitObject tree, out _))
            {
                continue;
            }

            visitor.Marks.Add(cache.MarkOf(folder.Id, folder.Path));
            foreach (TreeEntry entry in new Tree(tree.Content, (ObjectFormat)folder.Id.Length))
            {
                string name = folder.Path + Encoding.UTF8.GetString(entry.Name);
                if (entry.IsTree)
                {
                    open.Push((entry.Id, name + "/"));
                }
                else if (!entry.IsSubmodule)
                {
                    found |= LookAt(entry.Id, name);
                }
            }
        }

        return found;
    }
}
