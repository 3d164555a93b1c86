using System.Text;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Git;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>The commit that a change began at: where it and what is checked out part. Nothing is fetched, and nothing is checked out.</summary>
internal sealed class BaseCommit
{
    private const string Advice = "fetch it with its history (GitHub Actions: fetch-depth: 0; Azure Pipelines: fetchDepth: 0; GitLab: GIT_DEPTH: \"0\")";

    private readonly string _root;
    private readonly string _name;

    /// <summary>What differs from it now, by path from the root: the file's object there, or null where it had none that is a text.</summary>
    private readonly Dictionary<string, string?> _changed = new(StringComparer.Ordinal);

    /// <summary>Finds it.</summary>
    /// <param name="root">The project's root.</param>
    /// <param name="name">A branch or a commit.</param>
    /// <param name="cancellation">Stops git.</param>
    /// <exception cref="UsageException">It is not here.</exception>
    public BaseCommit(string root, string name, CancellationToken cancellation)
    {
        (_root, _name) = (root, name);
        GitResult commit = GitProcess.Run(root, cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (commit.IsMissing || commit.IsNoRepository)
        {
            throw new UsageException($"--diff needs git and a repository: {commit.Error.Trim()}");
        }

        string hash = commit.Succeeded ? Text(commit) : throw new UsageException($"--diff: '{name}' is no commit of this repository; {Advice}");
        GitResult fork = GitProcess.Run(root, cancellation, "merge-base", hash, "HEAD");
        Id = fork.Succeeded ? Text(fork) : throw new UsageException($"--diff: '{name}' and what is checked out have no commit in common here; {Advice}");
        Take(Checked(GitProcess.Run(root, cancellation, "diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-renames", "--relative", Id, "--")));
        foreach (string path in Parts(Checked(GitProcess.Run(root, cancellation, "ls-files", "-z", "--others", "--exclude-standard"))))
        {
            _changed.TryAdd(path, null);
        }
    }

    /// <summary>Its hash.</summary>
    public string Id { get; }

    /// <summary>The files that it has in another form than now, or no longer.</summary>
    public IEnumerable<string> Former => _changed.Where(file => file.Value is not null).Select(file => file.Key);

    /// <summary>Whether a file is other than it was. What lies in a submodule that moved may be: its commits are elsewhere.</summary>
    public bool HasChanged(string path)
    {
        for (string part = path; part.Length > 0; part = part.Contains('/', StringComparison.Ordinal) ? part[..part.LastIndexOf('/')] : "")
        {
            if (_changed.ContainsKey(part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it has of changed files, by path. Larger ones than the limit are left out, as they are now.</summary>
    /// <exception cref="UsageException">git has not all of them: what they say would be taken for new.</exception>
    public IReadOnlyDictionary<string, byte[]> Read(IEnumerable<string> paths, long maxSize = ScanOptions.DefaultMaxFileSize)
    {
        string[] wanted = [.. paths];
        IReadOnlyDictionary<string, long> sizes = GitBlobs.Sizes(_root, wanted.Select(path => _changed[path]!));
        IReadOnlyDictionary<string, byte[]> blobs = GitBlobs.Read(_root, sizes.Where(blob => blob.Value <= maxSize).Select(blob => blob.Key));
        return Array.Find(wanted, path => !sizes.ContainsKey(_changed[path]!)) is { } gone
            ? throw new UsageException($"--diff: git has not fetched {gone} of '{_name}'; {Advice}, without a filter")
            : wanted.Where(path => blobs.ContainsKey(_changed[path]!)).ToDictionary(path => path, path => blobs[_changed[path]!], StringComparer.Ordinal);
    }

    private void Take(GitResult differences)
    {
        string[] parts = Parts(differences);
        for (int i = 0; i + 1 < parts.Length; i += 2)
        {
            // :<old mode> <new mode> <old id> <new id> <status>
            string[] fields = parts[i].Split(' ');
            _changed[parts[i + 1]] = fields[0].StartsWith(":100", StringComparison.Ordinal) ? fields[2] : null;
        }
    }

    private static GitResult Checked(GitResult result) => result.Succeeded ? result : throw new UsageException($"--diff: {result.Problem}");

    private static string Text(GitResult result) => Encoding.ASCII.GetString(result.Output).Trim();

    private static string[] Parts(GitResult result) => Encoding.UTF8.GetString(result.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
