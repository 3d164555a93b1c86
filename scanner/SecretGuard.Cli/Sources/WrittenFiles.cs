namespace SecretGuard.Cli.Sources;

/// <summary>Files of a build or of earlier runs that a command takes in: named one by one, or below folders.</summary>
internal static class WrittenFiles
{
    // A link may lead out of the tree, or in a circle.
    private static readonly EnumerationOptions Walk = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>The files in full, each once and sorted.</summary>
    /// <param name="paths">Files, which are taken as they are, and folders.</param>
    /// <param name="pattern">The names that count in folders.</param>
    /// <param name="counts">Whether a file with such a name counts.</param>
    /// <param name="none">What to tell of a folder that holds none: what is missing, and what makes it.</param>
    /// <exception cref="UsageException">There is no such path, or nothing below it.</exception>
    public static string[] Find(IEnumerable<string> paths, string pattern, Func<string, bool> counts, Func<string, string> none) =>
        [.. paths.SelectMany(path => In(path, pattern, counts, none)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] In(string path, string pattern, Func<string, bool> counts, Func<string, string> none)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new UsageException($"'{path}' does not exist");
        }

        string[] found = [.. Directory.EnumerateFiles(path, pattern, Walk).Where(counts)];
        return found.Length > 0 ? found : throw new UsageException(none(path));
    }
}
