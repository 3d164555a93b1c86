using System.Text;

namespace SecretGuard.Tasks.Projects;

/// <summary>
/// The paths in git's index. They stand there in full with a zero behind, so a search tells whether a path may be tracked: it may say yes for one that is
/// only the end of another, and that file is then looked at. Versions that shorten paths make it say yes to all.
/// </summary>
internal sealed class TrackedFiles
{
    private const int VersionOffset = 7;
    private const int LastPlainVersion = 3;

    private readonly byte[] _index;

    private TrackedFiles(byte[] index) => _index = index;

    /// <summary>The tracked files of a repository.</summary>
    public static TrackedFiles Of(string root)
    {
        string index = Path.Combine(GitFolder.Of(root), "index");
        return new TrackedFiles(File.Exists(index) ? File.ReadAllBytes(index) : []);
    }

    /// <summary>Whether a path, relative to the root and with <c>/</c>, may be tracked.</summary>
    public bool Contains(string path) =>
        _index.Length > VersionOffset && (_index[VersionOffset] > LastPlainVersion || _index.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path + "\0")) >= 0);
}
