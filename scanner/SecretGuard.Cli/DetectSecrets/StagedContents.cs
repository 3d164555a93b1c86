using System.Text;
using SecretGuard.Cli.Scanning;
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

    /// <summary>The staged contents of those of some files that are staged with a change. Larger ones are left to whoever reads the disk.</summary>
    /// <exception cref="UnsupportedUseException">There is a repository, and its index cannot be read.</exception>
    public Dictionary<string, byte[]> Read(IReadOnlyCollection<string> paths)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var repository = GitRepository.Open(folder, RepositoryOptions.FromEnvironment());
            if (repository.Layout.WorkTree is not null || !repository.Settings.IsBare)
            {
                // git runs a hook at the root, and says where that is only if it is somewhere else.
                AddStaged(contents, paths, repository, Below(repository.Layout.WorkTree ?? folder));
            }
        }
        catch (RepositoryException error) when (error.Fault == RepositoryFault.NotFound)
        {
            // Files are looked at without a repository too.
        }
        catch (RepositoryException error)
        {
            throw new UnsupportedUseException($"what is staged cannot be read: {error.Message}");
        }

        return contents;
    }

    private static void AddStaged(Dictionary<string, byte[]> contents, IEnumerable<string> paths, GitRepository repository, string below)
    {
        foreach (StagedFile file in StagingArea.Read(repository).Of(new HashSet<string>(paths.Select(path => below + path), PathIdentity.Comparer)))
        {
            byte[] content = [];
            if (file is { IsChanged: true, IsFile: true, IsUnmerged: false }
                && repository.TryRead(file.Id, ScanOptions.DefaultMaxFileSize, ref content, out ObjectHeader header, out _) && header.Size <= ScanOptions.DefaultMaxFileSize)
            {
                contents[file.Path[below.Length..]] = content;
            }
        }
    }

    /// <summary>What the index calls this folder, with a slash behind it; empty for the root.</summary>
    private string Below(string root) => FileListing.WithSlashes(Path.GetRelativePath(root, folder)) is not "." and var below ? $"{below}/" : "";

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
