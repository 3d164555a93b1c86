using System.Text;
using SecretGuard.Cli.Sources;
using SecretGuard.DetectSecrets;
using SecretGuard.Git;

namespace SecretGuard.Cli.DetectSecrets;

/// <summary>
/// What git holds of the files below a folder: in the index that the commit in progress uses, and in the last commit. Nothing is fetched.
/// Names are relative to the folder, with <c>/</c>.
/// </summary>
internal sealed class StagedContents(string folder)
{
    private static readonly byte[] Nothing = [];

    /// <summary>The staged contents of those of some files that are staged with a change.</summary>
    public Dictionary<string, byte[]> Read(IReadOnlyCollection<string> paths)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var objects = new List<(string Path, string Id)>();
        GitResult changes = Ask(Nothing, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative", "--diff-filter=d");
        if (!changes.Succeeded)
        {
            // Outside of a repository 'git diff' is another command, which compares files and knows no index.
            return changes.IsMissing || changes.IsBare || Ask(Nothing, "rev-parse", "--git-dir").IsNoRepository ? contents : throw new UnsupportedUseException($"what is staged cannot be read: {changes.Problem}");
        }

        var wanted = new HashSet<string>(paths, PathIdentity.Comparer);
        string[] fields = Encoding.UTF8.GetString(changes.Output).Split('\0');
        for (int i = 0; i + 1 < fields.Length; i += 2)
        {
            // :<old mode> <new mode> <old id> <new id> <status>
            string[] parts = fields[i].Split(' ');
            bool isFile = parts[1].StartsWith("100", StringComparison.Ordinal);
            if (isFile && wanted.Contains(fields[i + 1]))
            {
                objects.Add((fields[i + 1], parts[3]));
            }
        }

        IReadOnlyDictionary<string, byte[]> blobs = GitBlobs.Read(folder, objects.Select(entry => entry.Id));
        foreach ((string path, string id) in objects)
        {
            if (blobs.TryGetValue(id, out byte[]? blob))
            {
                contents[path] = blob;
            }
        }

        return contents;
    }

    /// <summary>The content that the last commit has of a file, or null.</summary>
    public byte[]? Committed(string path) => GitBlobs.Read(folder, [$"HEAD:./{path}"]).Values.FirstOrDefault();

    /// <summary>Whether a file differs from what is staged of it.</summary>
    public bool IsUnstaged(string path) =>
        Ask(Nothing, "diff", "--name-only", "-z", "--no-ext-diff", "--relative", "--", $":(literal){path}") is { Succeeded: true, Output.Length: > 0 };

    /// <summary>The files that git tracks below a folder; null where there is no git or no repository.</summary>
    public IReadOnlyList<string>? Tracked(string below)
    {
        GitResult files = Ask(Nothing, "ls-files", "-z", "--", $":(literal){below}");
        return files.Succeeded ? [.. Encoding.UTF8.GetString(files.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries)] : null;
    }

    private GitResult Ask(byte[] input, params ReadOnlySpan<string> arguments) => GitProcess.RunInHook(folder, input, CancellationToken.None, arguments);
}
