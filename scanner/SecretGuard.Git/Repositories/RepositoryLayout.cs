using SecretGuard.Git.Reading;

namespace SecretGuard.Git;

/// <summary>Where the parts of a repository lie; all paths are full.</summary>
/// <param name="GitDirectory">What belongs to one work tree: HEAD, the index.</param>
/// <param name="CommonDirectory">What all work trees share: objects, references, configuration.</param>
/// <param name="WorkTree">The work tree that it was found by; null for a bare repository.</param>
/// <param name="Entry">What was found: the folder <c>.git</c>, the file of that name, or the bare repository.</param>
public sealed record RepositoryLayout(string GitDirectory, string CommonDirectory, string? WorkTree, string Entry)
{
    private const string GitFileStart = "gitdir: ";

    /// <summary>Finds the repository of a path as git does: in it or in the next folder above that has one.</summary>
    /// <exception cref="RepositoryException">There is none, or a <c>.git</c> file leads nowhere.</exception>
    public static RepositoryLayout Find(string path, RepositoryOptions options)
    {
        string start = Path.GetFullPath(path);
        if (options.GitDirectory is { } given)
        {
            string directory = Path.GetFullPath(given, start);
            string? workTree = options.WorkTree is { } tree ? Path.GetFullPath(tree, start) : null;
            return TryFollow(directory, workTree) ?? throw NotFound(directory, "is no git repository, though GIT_DIR says so");
        }

        if (!Directory.Exists(start))
        {
            throw NotFound(start, "is no folder");
        }

        for (string? folder = Path.TrimEndingDirectorySeparator(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (folder != start && IsCeiling(folder, options))
            {
                break;
            }

            if ((TryFollow(Path.Combine(folder, ".git"), folder) ?? TryFollow(folder, null)) is { } found)
            {
                return found;
            }
        }

        throw NotFound(start, "is in no git repository");
    }

    private static bool IsCeiling(string folder, RepositoryOptions options)
    {
        foreach (string ceiling in options.Ceilings)
        {
            if (folder == Path.TrimEndingDirectorySeparator(Path.GetFullPath(ceiling)))
            {
                return true;
            }
        }

        return false;
    }

    private static RepositoryLayout? TryFollow(string entry, string? workTree)
    {
        if (!File.Exists(entry))
        {
            return TryDirectory(entry, workTree, entry);
        }

        string text = ReadLine(entry);
        if (!text.StartsWith(GitFileStart, StringComparison.Ordinal))
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{entry}' is a file that does not say where the repository is");
        }

        string target = Path.GetFullPath(text[GitFileStart.Length..], Path.GetDirectoryName(entry)!);
        return TryDirectory(target, workTree, entry)
            ?? throw NotFound(entry, $"points to '{target}', which is no git repository (was it moved? 'git worktree repair' or 'git submodule update --init' mends it)");
    }

    private static RepositoryLayout? TryDirectory(string directory, string? workTree, string entry)
    {
        // A HEAD that is a link to a branch that is not born yet does not "exist".
        string head = Path.Combine(directory, "HEAD");
        if (!Directory.Exists(directory) || (!File.Exists(head) && new FileInfo(head).LinkTarget is null))
        {
            return null;
        }

        string pointer = Path.Combine(directory, "commondir");
        string common = File.Exists(pointer) ? Path.GetFullPath(ReadLine(pointer), directory) : directory;
        return Directory.Exists(Path.Combine(common, "objects")) && Directory.Exists(Path.Combine(common, "refs"))
            ? new RepositoryLayout(directory, Path.TrimEndingDirectorySeparator(common), workTree, entry)
            : null;
    }

    private static string ReadLine(string path)
    {
        try
        {
            return SmallText.Read(path).TrimEnd('\n', '\r');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' cannot be read", error);
        }
    }

    private static RepositoryException NotFound(string path, string reason) => new(RepositoryFault.NotFound, $"'{path}' {reason}");
}
