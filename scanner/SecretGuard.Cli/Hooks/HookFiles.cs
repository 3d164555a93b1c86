using SecretGuard.Cli.Sources;
using SecretGuard.Git;

namespace SecretGuard.Cli.Hooks;

/// <summary>A staged file under the name that reports call it by.</summary>
internal sealed record HookFile(StagedFile Staged, string DisplayPath);

/// <summary>A file that somebody names.</summary>
internal sealed record NamedFile(string Full, string Typed);

/// <summary>Sorts out what a hook before a commit has to look at.</summary>
/// <param name="listing">Says what is excluded, and takes the files on the disk.</param>
/// <param name="workTree">The root of the repository's files.</param>
internal sealed class HookFiles(FileListing listing, string workTree)
{
    /// <summary>What is staged and differs from the last commit.</summary>
    public List<HookFile> Staged { get; } = [];

    /// <summary>How many were left out because the configuration or the command line says so.</summary>
    public int Excluded { get; private set; }

    /// <summary>How many that were named hold nothing that could be looked at: submodules, and files that are deleted.</summary>
    public int Passed { get; private set; }

    /// <summary>Adds everything that is staged.</summary>
    public void AddAll(StagingArea staging)
    {
        foreach (StagedFile file in staging.Changes())
        {
            Add(file);
        }
    }

    /// <summary>Adds files that somebody names: of what is staged the staged content, else the file on the disk.</summary>
    /// <param name="staging">The index; null outside of a repository.</param>
    /// <param name="names">As typed.</param>
    /// <param name="current">The folder that they are relative to.</param>
    public void AddNamed(StagingArea? staging, IReadOnlyList<string> names, string current)
    {
        var named = new Dictionary<string, NamedFile>(PathIdentity.Comparer);
        foreach (string name in names)
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name.Length > 0 ? name : throw new UsageException("a file's name is empty; is a variable not set?"), current));
            named[FileListing.WithSlashes(Path.GetRelativePath(workTree, full))] = new NamedFile(full, name);
        }

        ILookup<string, StagedFile>? known = staging?.Of(new HashSet<string>(named.Keys, PathIdentity.Comparer)).ToLookup(file => file.Path, PathIdentity.Comparer);
        foreach ((string path, NamedFile file) in named)
        {
            StagedFile[] versions = [.. known?[path] ?? []];
            StagedFile[] changed = [.. versions.Where(version => version.IsChanged)];
            if (changed.Length > 0)
            {
                Array.ForEach(changed, Add);
            }
            else if (File.Exists(file.Full))
            {
                AddFile(file.Full);
            }
            else if (versions.Length > 0 || staging?.WasCommitted(path) == true)
            {
                Passed++;
            }
            else
            {
                throw new UsageException(Directory.Exists(file.Full) ? $"'{file.Typed}' is a folder; name files, or none for all that is staged" : $"'{file.Typed}' does not exist, and is not staged");
            }
        }
    }

    private void Add(StagedFile file)
    {
        string full = Path.Combine(workTree, file.Path.Replace('/', Path.DirectorySeparatorChar)), display = listing.Display(full);
        if (listing.IsWanted(full, display))
        {
            Staged.Add(new HookFile(file, display));
        }
        else
        {
            Excluded++;
        }
    }

    private void AddFile(string full)
    {
        int before = listing.Count;
        listing.Add(full, isNamed: true);
        Excluded += listing.Count == before ? 1 : 0;
    }
}
