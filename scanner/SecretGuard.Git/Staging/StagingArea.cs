using System.Text;
using SecretGuard.Git.Staging;

namespace SecretGuard.Git;

/// <summary>What is staged: the index held against the last commit, without git and without the work tree. For one thread.</summary>
public sealed class StagingArea
{
    private readonly IndexFile _index;
    private readonly CommittedFiles _committed;

    private StagingArea(IndexFile index, CommittedFiles committed) => (_index, _committed) = (index, committed);

    /// <summary>Reads the index and finds the last commit; where there is none yet, everything is new.</summary>
    /// <exception cref="RepositoryException">One of them cannot be read.</exception>
    public static StagingArea Read(GitRepository repository, CancellationToken cancellation = default)
    {
        ObjectId tree = default;
        if (repository.ReadHead(cancellation) is { IsZero: false } head)
        {
            byte[] commit = [];
            tree = repository.TryRead(head, Array.MaxLength, ref commit, out ObjectHeader header, out ObjectProblem? problem) && header.Kind == ObjectKind.Commit && commit.Length == header.Size
                ? new Commit(commit).Tree
                : throw new RepositoryException(RepositoryFault.Damaged, $"the last commit {head} cannot be read: {problem?.Reason ?? "it is not here"}; 'git fsck' says more");
        }

        return new StagingArea(repository.ReadIndex(), new CommittedFiles(repository, tree));
    }

    /// <summary>Every file whose staged content is not that of the last commit, in the order of the index; one that is not merged yet, with each of its versions.</summary>
    /// <exception cref="RepositoryException">A part of the index or of the commit cannot be read.</exception>
    public IReadOnlyList<StagedFile> Changes()
    {
        var files = new List<StagedFile>();
        byte[] last = [];
        int skip = 0;
        foreach (IndexEntry entry in _index)
        {
            if (skip == 0)
            {
                skip = Unchanged(entry.Path, last);
                last = entry.Path.ToArray();
            }

            if (skip > 0)
            {
                skip--;
                continue;
            }

            Add(entry, files);
        }

        files.RemoveAll(file => !file.IsChanged);
        return files;
    }

    /// <summary>What the index has of some paths, changed or not, in its order.</summary>
    /// <param name="paths">As <see cref="StagedFile.Path"/> spells them.</param>
    /// <exception cref="RepositoryException">A part of the index or of the commit cannot be read.</exception>
    public IReadOnlyList<StagedFile> Of(HashSet<string> paths)
    {
        var files = new List<StagedFile>();
        bool[] lengths = LengthsOf(paths);
        foreach (IndexEntry entry in _index)
        {
            // Most paths of a large index have another length, and need no text.
            int length = entry.IsFolder ? 0 : Encoding.UTF8.GetCharCount(entry.Path);
            if (entry.IsFolder || (length < lengths.Length && lengths[length] && paths.Contains(Encoding.UTF8.GetString(entry.Path))))
            {
                Add(entry, files);
            }
        }

        files.RemoveAll(file => !paths.Contains(file.Path));
        return files;
    }

    private static bool[] LengthsOf(HashSet<string> paths)
    {
        bool[] lengths = new bool[256];
        foreach (string path in paths)
        {
            if (path.Length >= lengths.Length)
            {
                Array.Resize(ref lengths, 2 * path.Length);
            }

            lengths[path.Length] = true;
        }

        return lengths;
    }

    /// <summary>Whether the last commit has a file at a path, so that one which is nowhere else was deleted.</summary>
    public bool WasCommitted(string path) => !_committed.Find(Encoding.UTF8.GetBytes(path)).IsZero;

    /// <summary>Those of some blobs that the last commit has at whatever path: a file that was renamed or copied is nothing new. Reads all its folders.</summary>
    public IReadOnlySet<ObjectId> Known(IReadOnlySet<ObjectId> blobs) => _committed.Known(blobs);

    /// <summary>How many entries, from this one on, lie in a folder that is as the last commit has it.</summary>
    private int Unchanged(ReadOnlySpan<byte> path, ReadOnlySpan<byte> last)
    {
        // A folder is asked for with the first of its entries only.
        int common = path.CommonPrefixLength(last);
        if (last.IsEmpty && IsAsCommitted([], out int all))
        {
            return all;
        }

        for (int slash = NextSlash(path, common); slash >= 0; slash = NextSlash(path, slash + 1))
        {
            if (IsAsCommitted(path[..slash], out int entries))
            {
                return entries;
            }
        }

        return 0;
    }

    private bool IsAsCommitted(ReadOnlySpan<byte> folder, out int entries) =>
        _index.Cache.TryFind(Encoding.Latin1.GetString(folder), out ObjectId tree, out entries) && tree == _committed.FindFolder(folder);

    private static int NextSlash(ReadOnlySpan<byte> path, int from) => path[from..].IndexOf((byte)'/') is >= 0 and var at ? from + at : -1;

    private void Add(in IndexEntry entry, List<StagedFile> files)
    {
        if (entry.IsFolder)
        {
            ReadOnlySpan<byte> folder = entry.Path.TrimEnd((byte)'/');
            AddFolder(folder, entry.Id, _committed.FindFolder(folder), files);
            return;
        }

        files.Add(new StagedFile(Encoding.UTF8.GetString(entry.Path), entry.Id, _committed.Find(entry.Path))
        {
            IsIntentToAdd = entry.IsIntentToAdd,
            IsFile = entry.IsFile,
            IsUnmerged = entry.Stage > 0,
            IsSubmodule = entry.IsSubmodule,
        });
    }

    /// <summary>A sparse index has a folder outside of the checkout as a tree: what differs in it is staged all the same.</summary>
    private void AddFolder(ReadOnlySpan<byte> path, in ObjectId tree, in ObjectId committed, List<StagedFile> files)
    {
        if (tree == committed)
        {
            return;
        }

        foreach (TreeEntry entry in new Tree(_committed.Read(tree), (ObjectFormat)tree.Length))
        {
            byte[] child = [.. path, (byte)'/', .. entry.Name];
            if (entry.IsTree)
            {
                AddFolder(child, entry.Id, _committed.FindFolder(child), files);
            }
            else
            {
                files.Add(new StagedFile(Encoding.UTF8.GetString(child), entry.Id, _committed.Find(child)) { IsSubmodule = entry.IsSubmodule });
            }
        }
    }
}
