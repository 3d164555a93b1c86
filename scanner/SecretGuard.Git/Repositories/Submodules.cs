using System.Text;
using SecretGuard.Git.Reading;

namespace SecretGuard.Git;

/// <summary>Finds the repositories of submodules that are here: those that git keeps in <c>modules</c>, and older ones inside the work tree.</summary>
public static class Submodules
{
    private const int Deepest = 32;

    /// <summary>The folder of each by the path that it is checked out at, or its name where it is not; nested ones too.</summary>
    /// <param name="repository">The repository that has them.</param>
    /// <exception cref="RepositoryException">Its index cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(GitRepository repository)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? root = repository.Layout.WorkTree;
        AddKept(Path.Combine(repository.Layout.CommonDirectory, "modules"), "", root, 0, found);
        if (root is not null)
        {
            AddCheckedOut(repository, root, found);
        }

        return found;
    }

    private static void AddCheckedOut(GitRepository repository, string root, SortedDictionary<string, string> found)
    {
        foreach (IndexEntry entry in repository.ReadIndex())
        {
            string path = entry.IsSubmodule ? Encoding.UTF8.GetString(entry.Path) : "";
            if (path.Length > 0 && Directory.Exists(Path.Combine(root, path, ".git")))
            {
                found.TryAdd(path, Path.Combine(root, path));
            }
        }
    }

    /// <summary>A name may have slashes: what is no repository is a folder of them.</summary>
    private static void AddKept(string folder, string name, string? root, int depth, SortedDictionary<string, string> found)
    {
        if (depth > Deepest || !Directory.Exists(folder))
        {
            return;
        }

        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            string own = name.Length == 0 ? Path.GetFileName(inner) : $"{name}/{Path.GetFileName(inner)}";
            if (!File.Exists(Path.Combine(inner, "HEAD")))
            {
                AddKept(inner, own, root, depth + 1, found);
                continue;
            }

            found.TryAdd(CheckedOutAt(inner, root) ?? own, inner);
            AddKept(Path.Combine(inner, "modules"), own, root, depth + 1, found);
        }
    }

    private static string? CheckedOutAt(string directory, string? root)
    {
        string file = Path.Combine(directory, "config");
        if (root is null || !File.Exists(file) || GitConfig.Parse(SmallText.Read(file)).Value("core", "worktree") is not { } written)
        {
            return null;
        }

        string relative = Path.GetRelativePath(root, Path.GetFullPath(written, directory)).Replace(Path.DirectorySeparatorChar, '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }
}
