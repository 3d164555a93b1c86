using System.Text;

namespace SecretGuard.Git.Staging;

/// <summary>The files of one commit, looked up by path: only the folders that lead there are read. For one thread; quickest where it is asked in order.</summary>
internal sealed class CommittedFiles(GitRepository repository, ObjectId root)
{
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    private string? _lastName;
    private Folder? _last;

    /// <summary>The blob at a path; zero where there is none.</summary>
    /// <exception cref="RepositoryException">A folder cannot be read.</exception>
    public ObjectId Find(ReadOnlySpan<byte> path)
    {
        int slash = path.LastIndexOf((byte)'/');
        return FolderAt(path[..Math.Max(0, slash)]).Find(path[(slash + 1)..], isTree: false);
    }

    /// <summary>The tree of a folder; zero where there is none.</summary>
    /// <param name="path">Without a slash at its end; empty for the root.</param>
    public ObjectId FindFolder(ReadOnlySpan<byte> path)
    {
        int slash = path.LastIndexOf((byte)'/');
        return path.IsEmpty ? root : FolderAt(path[..Math.Max(0, slash)]).Find(path[(slash + 1)..], isTree: true);
    }

    /// <summary>Those of some blobs that are anywhere in the commit.</summary>
    public HashSet<ObjectId> Known(IReadOnlySet<ObjectId> blobs)
    {
        var known = new HashSet<ObjectId>();
        var trees = new Stack<ObjectId>([root]);
        var visited = new HashSet<ObjectId>();
        while (known.Count < blobs.Count && trees.TryPop(out ObjectId id))
        {
            foreach (TreeEntry entry in id.IsZero || !visited.Add(id) ? default : new Tree(Read(id), repository.Settings.ObjectFormat))
            {
                ObjectId child = entry.Id;
                if (entry.IsTree)
                {
                    trees.Push(child);
                }
                else if (blobs.Contains(child))
                {
                    known.Add(child);
                }
            }
        }

        return known;
    }

    /// <summary>The content of a tree.</summary>
    public byte[] Read(in ObjectId tree)
    {
        byte[] content = [];
        return repository.TryRead(tree, Array.MaxLength, ref content, out ObjectHeader header, out ObjectProblem? problem) && header.Kind == ObjectKind.Tree && content.Length == header.Size
            ? content
            : throw new RepositoryException(RepositoryFault.Damaged, $"the folder {tree} of the last commit cannot be read: {problem?.Reason ?? "it is not here"}; 'git fsck' says more");
    }

    private Folder FolderAt(ReadOnlySpan<byte> path)
    {
        // One character a byte, so that no two names become one.
        string name = Encoding.Latin1.GetString(path);
        if (_last is not null && name == _lastName)
        {
            return _last;
        }

        if (!_folders.TryGetValue(name, out Folder? folder))
        {
            ObjectId tree = FindFolder(path);
            _folders[name] = folder = new Folder(tree.IsZero ? [] : Read(tree), repository.Settings.ObjectFormat);
        }

        (_lastName, _last) = (name, folder);
        return folder;
    }

    /// <summary>One folder, searched from where the last search ended.</summary>
    private sealed class Folder(byte[] content, ObjectFormat format)
    {
        private int _position;

        public ObjectId Find(ReadOnlySpan<byte> name, bool isTree)
        {
            int start = _position;
            return Find(name, isTree, start, content.Length) is { IsZero: false } found ? found : Find(name, isTree, 0, start);
        }

        private ObjectId Find(ReadOnlySpan<byte> name, bool isTree, int from, int to)
        {
            foreach (TreeEntry entry in new Tree(content.AsSpan(from, to - from), format))
            {
                if (entry.IsTree == isTree && entry.Name.SequenceEqual(name))
                {
                    _position = from + entry.End;
                    return entry.Id;
                }
            }

            return default;
        }
    }
}
