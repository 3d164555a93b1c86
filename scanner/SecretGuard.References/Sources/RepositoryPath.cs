namespace SecretGuard.References.Sources;

/// <summary>Paths from the root of a repository, with <c>/</c>; the root itself is the empty text.</summary>
internal static class RepositoryPath
{
    /// <summary>The folder of a file.</summary>
    public static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>What a path means in a folder: <c>deploy/base</c> for <c>../base</c> in <c>deploy/prod</c>. Null where it leads out of the repository.</summary>
    public static string? Join(string folder, string path)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count == 0)
            {
                return null;
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return string.Join('/', segments);
    }
}
