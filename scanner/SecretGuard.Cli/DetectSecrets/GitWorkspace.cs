using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.DetectSecrets;
using SecretGuard.Triage;

namespace SecretGuard.Cli.DetectSecrets;

/// <summary>The files of a folder on the disk, and what git holds of them.</summary>
internal sealed class GitWorkspace(string root) : IWorkspace
{
    private readonly StagedContents _git = new(root);

    public string Normalize(string path)
    {
        string full = Path.GetFullPath(path, root);
        return Path.GetRelativePath(root, full).Replace('\\', '/');
    }

    public bool IsFile(string path) => File.Exists(Full(path));

    public bool IsFolder(string path) => Directory.Exists(Full(path));

    public byte[] Read(string path)
    {
        long length = new FileInfo(Full(path)).Length;
        return length <= ScanOptions.DefaultMaxFileSize ? File.ReadAllBytes(Full(path)) : throw new IOException($"it is larger than {ByteSize.Format(ScanOptions.DefaultMaxFileSize)}");
    }

    public IReadOnlyList<string>? FilesIn(string folder, bool all)
    {
        var listing = new FileListing(root, GlobList.Empty, new HashSet<string>(StringComparer.Ordinal));
        if (all)
        {
            new FolderWalk(listing, CancellationToken.None).Add(Full(folder), respectIgnoreFiles: false);
            return [.. listing.Sorted().Select(file => file.DisplayPath)];
        }

        return _git.Tracked(folder);
    }

    public IReadOnlyDictionary<string, byte[]> Staged(IReadOnlyCollection<string> paths) => _git.Read(paths);

    public byte[]? Committed(string path) => _git.Committed(path);

    public bool IsUnstaged(string path) => _git.IsUnstaged(path);

    public void Write(string path, string text) => ReportWriter.WriteFile(Full(path), output => output.Write(text));

    private string Full(string path) => Path.Combine(root, path);
}
