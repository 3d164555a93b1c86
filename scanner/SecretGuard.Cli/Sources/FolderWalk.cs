namespace SecretGuard.Cli.Sources;

/// <summary>Walks a folder without git. Links are not followed, so there are no loops and no way out of the tree.</summary>
internal sealed class FolderWalk(FileListing listing, CancellationToken cancellation)
{
    private static readonly EnumerationOptions OneLevel = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, RecurseSubdirectories = false };

    /// <summary>Adds the files below a folder; <c>.gitignore</c> files count where asked.</summary>
    public void Add(string directory, bool respectIgnoreFiles)
    {
        var pending = new Stack<(string Folder, IgnoreFiles? Ignore)>();
        pending.Push((directory, respectIgnoreFiles ? IgnoreFiles.Above(directory) : null));
        while (pending.TryPop(out (string Folder, IgnoreFiles? Ignore) current))
        {
            cancellation.ThrowIfCancellationRequested();
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(current.Folder).GetFileSystemInfos("*", OneLevel);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                listing.AddUnreadableFolder(current.Folder);
                continue;
            }

            IgnoreFiles? ignore = current.Ignore?.Enter(current.Folder);
            foreach (FileSystemInfo entry in entries)
            {
                bool isFolder = entry is DirectoryInfo;
                if (SourceFile.IsLink(entry) || entry.Name == ".git" || ignore?.IsIgnored(entry.FullName, isFolder) == true)
                {
                    continue;
                }

                if (isFolder)
                {
                    pending.Push((entry.FullName, ignore));
                }
                else
                {
                    listing.Add(entry.FullName);
                }
            }
        }
    }
}
