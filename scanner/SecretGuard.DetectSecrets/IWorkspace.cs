namespace SecretGuard.DetectSecrets;

/// <summary>
/// The files and the repository that a command works on. Paths are relative to the folder that it works in, with <c>/</c>.
/// What git holds is asked through here alone, so that it does not matter who reads it.
/// </summary>
public interface IWorkspace
{
    /// <summary>The path as all here take it, of one that the user or a hook manager wrote: relative, with <c>/</c>, without <c>./</c>.</summary>
    string Normalize(string path);

    /// <summary>Whether this is a file, not a folder and nothing else.</summary>
    bool IsFile(string path);

    /// <summary>Whether this is a folder.</summary>
    bool IsFolder(string path);

    /// <summary>The content of a file on the disk.</summary>
    /// <exception cref="IOException">It cannot be read, or is too large; the message says why.</exception>
    byte[] Read(string path);

    /// <summary>The files of a folder: those that git tracks, or all. Null where only git could tell, and does not.</summary>
    IReadOnlyList<string>? FilesIn(string folder, bool all);

    /// <summary>Of the given files those whose staged content differs from the last commit's, with it.</summary>
    IReadOnlyDictionary<string, byte[]> Staged(IReadOnlyCollection<string> paths);

    /// <summary>The content that the last commit has, or null where there is none.</summary>
    byte[]? Committed(string path);

    /// <summary>Whether the file differs from its staged content.</summary>
    bool IsUnstaged(string path);

    /// <summary>Replaces a file as a whole or leaves it as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isScript">Whether everybody may run it.</param>
    void Write(string path, string text, bool isScript = false);
}
