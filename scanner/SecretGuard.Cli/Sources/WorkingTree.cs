using SecretGuard.Git;

namespace SecretGuard.Cli.Sources;

/// <summary>Lists the files below the paths that the user named.</summary>
internal sealed class WorkingTree(FileListing listing, CancellationToken cancellation)
{
    /// <summary>Adds the files of every path.</summary>
    public void Add(IReadOnlyList<string> paths, string current, bool allFiles, string? since)
    {
        foreach (string path in paths)
        {
            string full = path == SourceFile.StandardInput ? path : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, current));
            if (full == SourceFile.StandardInput)
            {
                listing.Add(full, isNamed: true);
            }
            else if (Directory.Exists(full))
            {
                AddFolder(path, full, allFiles, since);
            }
            else if (Path.Exists(full))
            {
                listing.Add(full, isNamed: true);
            }
            else
            {
                throw new UsageException($"'{path}' does not exist");
            }
        }
    }

    private void AddFolder(string path, string full, bool allFiles, string? since)
    {
        var git = new GitFiles(listing, cancellation);
        var walk = new FolderWalk(listing, cancellation);
        if (allFiles && since is null)
        {
            walk.Add(full, respectIgnoreFiles: false);
            listing.Sources.Add("all files, those that git ignores too");
            return;
        }

        int before = listing.Count;
        GitResult? hindrance = since is null ? git.Add(full) : git.AddSince(full, since);
        if (hindrance is null)
        {
            bool isEmpty = since is null && listing.Count == before && Directory.EnumerateFileSystemEntries(full).Any();
            listing.Sources.Add(isEmpty ? $"git lists no file in '{path}': all of them are ignored or excluded (--all-files scans ignored files)"
                : since is null ? "files listed by git" : $"files changed since {since}, listed by git");
        }
        else if (hindrance.IsNoRepository || hindrance.IsBare)
        {
            // As where git is not installed: whether it is must not decide what is scanned.
            walk.Add(full, respectIgnoreFiles: !hindrance.IsBare);
            listing.Sources.Add(hindrance.IsBare
                ? $"'{path}' is a bare repository or git's own folder: what is committed in it is not looked at, every file counts as it is"
                : "no git repository, .gitignore files were read all the same");
        }
        else
        {
            walk.Add(full, respectIgnoreFiles: true);
            listing.Sources.Add(hindrance.IsMissing ? "git is not installed, .gitignore files were read instead" : $"{hindrance.Problem}; .gitignore files were read instead");
        }
    }
}
