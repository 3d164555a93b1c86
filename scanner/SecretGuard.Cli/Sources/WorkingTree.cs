using SecretGuard.Reporting;

namespace SecretGuard.Cli.Sources;

/// <summary>The files below the paths that the user named.</summary>
internal static class WorkingTree
{
    private static readonly EnumerationOptions OneLevel = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, RecurseSubdirectories = false };

    /// <summary>Lists the files in a stable order. What cannot be listed becomes an <see cref="Incomplete"/>.</summary>
    public static IReadOnlyList<SourceFile> List(IReadOnlyList<string> paths, string root, bool allFiles, List<Incomplete> incomplete, CancellationToken cancellation)
    {
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string full = Path.GetFullPath(path, root);
            if (File.Exists(full))
            {
                Add(files, full, root);
            }
            else if (Directory.Exists(full))
            {
                IReadOnlyList<string>? tracked = allFiles ? null : GitFiles.List(full, cancellation);
                foreach (string file in tracked ?? Walk(full, incomplete, cancellation))
                {
                    Add(files, file, root);
                }
            }
            else
            {
                throw new UsageException($"'{path}' does not exist");
            }
        }

        return [.. files.Values];
    }

    private static void Add(SortedDictionary<string, SourceFile> files, string full, string root)
    {
        string display = Path.GetRelativePath(root, full).Replace('\\', '/');
        files[display] = new SourceFile(full, display);
    }

    private static IEnumerable<string> Walk(string directory, List<Incomplete> incomplete, CancellationToken cancellation)
    {
        var pending = new Stack<string>([directory]);
        while (pending.TryPop(out string? current))
        {
            cancellation.ThrowIfCancellationRequested();
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(current).GetFileSystemInfos("*", OneLevel);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                incomplete.Add(new Incomplete(current, error.Message, "Run as a user who may read this folder, or exclude it."));
                continue;
            }

            foreach (FileSystemInfo entry in entries)
            {
                if (entry.LinkTarget is not null || entry.Name == ".git")
                {
                    continue;
                }

                if (entry is DirectoryInfo)
                {
                    pending.Push(entry.FullName);
                }
                else
                {
                    yield return entry.FullName;
                }
            }
        }
    }
}
