namespace SecretGuard.Git.History;

/// <summary>The logs of references (gitrepository-layout: "logs"): old id, new id, and who; line after line.</summary>
internal static class ReflogFiles
{
    public static IEnumerable<ReflogEntry> Read(RepositoryLayout layout)
    {
        string worktrees = Path.Combine(layout.CommonDirectory, "worktrees");
        string[] folders = [layout.CommonDirectory, .. Directory.Exists(worktrees) ? Directory.GetDirectories(worktrees) : []];
        foreach (string logs in folders.Select(folder => Path.Combine(folder, "logs")).Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(logs, "*", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(logs, file).Replace(Path.DirectorySeparatorChar, '/');
                foreach (ReflogEntry entry in Entries(file, name))
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>The log of one reference that all work trees share, the oldest first.</summary>
    public static IEnumerable<ReflogEntry> Read(RepositoryLayout layout, string name) =>
        Path.Combine(layout.CommonDirectory, "logs", name) is var file && File.Exists(file) ? Entries(file, name) : [];

    private static IEnumerable<ReflogEntry> Entries(string file, string name)
    {
        foreach (string line in Lines(file))
        {
            string[] parts = line.Split(' ', 3);
            if (parts.Length == 3 && ObjectId.TryParse(parts[0], out ObjectId before) && ObjectId.TryParse(parts[1], out ObjectId after))
            {
                yield return new ReflogEntry(name, before, after);
            }
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{file}' cannot be read", error);
        }
    }
}
