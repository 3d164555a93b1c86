namespace SecretGuard.Cli.Referring;

/// <summary>The files of a repository at one time.</summary>
/// <param name="exists">Whether a path from the root, with <c>/</c>, leads to a file or a folder.</param>
/// <param name="textOf">The text of a file; null where there is none.</param>
internal sealed class RepositoryFiles(Func<string, bool> exists, Func<string, string?> textOf)
{
    /// <summary>There are none.</summary>
    public static RepositoryFiles None { get; } = new(_ => false, _ => null);

    /// <summary>The files below a folder as they are now. What lies outside of it is none of them.</summary>
    public static RepositoryFiles Below(string root, long maxSize) => new(path => Full(root, path) is { } full && Path.Exists(full), path => Text(Full(root, path), maxSize));

    /// <summary>Whether a path leads to a file or a folder.</summary>
    public bool Exists(string path) => exists(path);

    /// <summary>The text of a file.</summary>
    public string? TextOf(string path) => textOf(path);

    private static string? Full(string root, string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root));
        return full.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, Sources.PathIdentity.Comparison) ? full : null;
    }

    private static string? Text(string? full, long maxSize)
    {
        try
        {
            if (full is null || new FileInfo(full) is not { Exists: true } file || file.Length > maxSize)
            {
                return null;
            }

            byte[] bytes = File.ReadAllBytes(full);
            var content = Detection.Content.FromBytes(bytes, bytes.Length, full);
            return content.IsBinary ? null : ReferenceReader.TextOf(content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
