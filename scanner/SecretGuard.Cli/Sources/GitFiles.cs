using System.Text;
using SecretGuard.Git;

namespace SecretGuard.Cli.Sources;

/// <summary>Asks git which files of a folder are tracked, or untracked and not ignored; folders of submodules and nested repositories are asked in turn.</summary>
internal sealed class GitFiles(FileListing listing, CancellationToken cancellation)
{
    /// <summary>Adds the files of a folder. Null, or what hinders git.</summary>
    public GitResult? Add(string directory)
    {
        GitResult result = GitProcess.Run(directory, cancellation, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate");
        return Take(directory, result);
    }

    /// <summary>Adds the files of a folder that differ from a commit, and the untracked ones. Null, or what hinders git.</summary>
    public GitResult? AddSince(string directory, string revision)
    {
        GitResult commit = GitProcess.Run(directory, cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (!commit.Succeeded)
        {
            throw new UsageException(commit.IsMissing || commit.IsNoRepository
                ? $"--since needs git and a repository: {commit.Error.Trim()}"
                : $"--since: '{revision}' is no commit of this repository; is it fetched?");
        }

        string hash = Encoding.ASCII.GetString(commit.Output).Trim();
        return Take(directory, GitProcess.Run(directory, cancellation, "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--relative", "--diff-filter=d", hash, "--"))
            ?? Take(directory, GitProcess.Run(directory, cancellation, "ls-files", "-z", "--others", "--exclude-standard"));
    }

    private GitResult? Take(string directory, GitResult result)
    {
        if (!result.Succeeded)
        {
            return result;
        }

        ReadOnlySpan<byte> rest = result.Output;
        while (rest.IndexOf((byte)0) is var end && end >= 0)
        {
            AddEntry(directory, Encoding.UTF8.GetString(rest[..end]));
            rest = rest[(end + 1)..];
        }

        TellWarnings(directory, result.Error);
        return null;
    }

    /// <summary>Folders that git could not list are only a warning to it.</summary>
    private void TellWarnings(string directory, string error)
    {
        const string Warning = "warning: could not open directory '";
        foreach (string line in error.Split('\n'))
        {
            int end = line.LastIndexOf("': ", StringComparison.Ordinal);
            if (line.StartsWith(Warning, StringComparison.Ordinal) && end > Warning.Length)
            {
                listing.AddUnreadableFolder(Path.Combine(directory, line[Warning.Length..end]));
            }
        }
    }

    private void AddEntry(string directory, string name)
    {
        string full = Path.Combine(directory, name.Replace('/', Path.DirectorySeparatorChar));
        var file = new FileInfo(full);
        if (IsOutOfReach(file))
        {
            listing.AddUnreadable(full, "access is denied.", FileListing.AdviceToExclude);
            return;
        }

        if (SourceFile.IsLink(file))
        {
            return;
        }

        if (file.Exists)
        {
            listing.Add(full);
        }
        else if (Directory.Exists(full))
        {
            // A submodule's entry is a folder; one that is not checked out is empty.
            if (Add(full) is not null)
            {
                new FolderWalk(listing, cancellation).Add(full, respectIgnoreFiles: true);
            }
        }
        else if (name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            listing.AddUnreadable(full, "its name is not UTF-8 and cannot be opened here.", "Rename it, or exclude it.");
        }

        // What is left is tracked but deleted.
    }

    /// <summary>Whether a tracked file lies in a folder that this user may not enter: it only looks deleted.</summary>
    private static bool IsOutOfReach(FileInfo file)
    {
        try
        {
            _ = file.Attributes;
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
