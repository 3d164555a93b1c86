using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.DetectSecrets;
using SecretGuard.Detection;
using SecretGuard.Triage;

namespace SecretGuard.Cli.DetectSecrets;

/// <summary>The files of a folder on the disk, and what git holds of them.</summary>
internal sealed class GitWorkspace(string root) : IWorkspace
{
    private const int Head = 8192;

    private readonly StagedContents _git = new(root);

    public string Normalize(string path)
    {
        string relative = Path.GetRelativePath(root, Path.GetFullPath(path, root));

        // Elsewhere than on Windows a backslash may be a letter of the name.
        return OperatingSystem.IsWindows() || !File.Exists(Full(relative)) ? relative.Replace('\\', '/') : relative;
    }

    public bool IsFile(string path) => File.Exists(Full(path));

    public bool IsFolder(string path) => Directory.Exists(Full(path));

    public byte[] Read(string path)
    {
        if (new FileInfo(Full(path)).Length <= ScanOptions.DefaultMaxFileSize)
        {
            return File.ReadAllBytes(Full(path));
        }

        // Its head tells whether it is text at all.
        byte[] head = new byte[Head];
        using FileStream stream = File.OpenRead(Full(path));
        stream.ReadExactly(head);
        return Content.FromBytes(head, head.Length, path).IsBinary ? head : throw new IOException($"it is larger than {ByteSize.Format(ScanOptions.DefaultMaxFileSize)}");
    }

    public IReadOnlyList<string>? FilesIn(string folder, bool all)
    {
        var listing = new FileListing(root, GlobList.Empty, new HashSet<string>(StringComparer.Ordinal));
        if (all)
        {
            new FolderWalk(listing, CancellationToken.None).Add(Full(folder), respectIgnoreFiles: false);
            return listing.Incomplete.Count == 0
                ? [.. listing.Sorted().Select(file => file.DisplayPath)]
                : throw new UnsupportedUseException($"'{listing.Incomplete[0].Path}' cannot be looked at: {listing.Incomplete[0].Reason} {listing.Incomplete[0].Advice}");
        }

        return _git.Tracked(folder);
    }

    public IReadOnlyDictionary<string, byte[]> Staged(IReadOnlyCollection<string> paths) => _git.Read(paths);

    public byte[]? Committed(string path) => _git.Committed(path);

    public bool IsUnstaged(string path) => _git.IsUnstaged(path);

    public void Write(string path, string text, bool isScript = false) => ReportWriter.WriteFile(Full(path), output => output.Write(text), isScript ? FileChange.Runnable : null);

    private string Full(string path) => Path.Combine(root, path);
}
