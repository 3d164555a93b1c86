using SecretGuard.Triage;

namespace SecretGuard.Tasks.Projects;

/// <summary>
/// What git ignores around a project, read without git: a file that only lies on this machine is no leak. A tracked file is never ignored, whatever the
/// patterns say, and neither is one that the project names itself.
/// </summary>
internal sealed class GitIgnore
{
    private readonly string _root;
    private readonly HashSet<string> _named;
    private readonly Lazy<TrackedFiles> _tracked;
    private readonly Dictionary<string, IgnorePatterns> _patterns = new(FilePaths.Comparer);
    private readonly Dictionary<string, bool> _folders = new(FilePaths.Comparer);

    private GitIgnore(string root, IEnumerable<string> named)
    {
        _root = root;
        _named = new(named, FilePaths.Comparer);
        _tracked = new(() => TrackedFiles.Of(root));
    }

    /// <summary>The patterns of the repository that holds a project; none where there is no repository.</summary>
    public static GitIgnore Around(string projectFile, IEnumerable<string> named)
    {
        for (string? root = Path.GetDirectoryName(projectFile); !string.IsNullOrEmpty(root); root = Path.GetDirectoryName(root))
        {
            string git = Path.Combine(root, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return new GitIgnore(FilePaths.AsFolder(root!), named);
            }
        }

        return new GitIgnore("", named);
    }

    /// <summary>Whether git leaves this file out.</summary>
    public bool IsIgnored(string path) =>
        _root.Length > 0 && path.StartsWith(_root, FilePaths.Comparison) && !_named.Contains(path)
        && (IsIgnoredFolder(Path.GetDirectoryName(path)!) || Says(path, isFolder: false))
        && !_tracked.Value.Contains(FilePaths.WithSlashes(path.Substring(_root.Length)));

    private bool IsIgnoredFolder(string folder)
    {
        if (folder.Length < _root.Length)
        {
            return false;
        }

        if (!_folders.TryGetValue(folder, out bool ignored))
        {
            ignored = IsIgnoredFolder(Path.GetDirectoryName(folder)!) || Says(folder, isFolder: true);
            _folders.Add(folder, ignored);
        }

        return ignored;
    }

    /// <summary>The innermost file that speaks of a path decides.</summary>
    private bool Says(string path, bool isFolder)
    {
        for (string folder = Path.GetDirectoryName(path)!; folder.Length + 1 >= _root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (PatternsOf(folder).Decide(FilePaths.WithSlashes(path.Substring(FilePaths.AsFolder(folder).Length)), isFolder) is { } ignored)
            {
                return ignored;
            }

            if (folder.Length + 1 == _root.Length)
            {
                break;
            }
        }

        return false;
    }

    private IgnorePatterns PatternsOf(string folder)
    {
        if (!_patterns.TryGetValue(folder, out IgnorePatterns? patterns))
        {
            patterns = IgnorePatterns.Parse([.. Lines(Path.Combine(folder, ".git", "info", "exclude")), .. Lines(Path.Combine(folder, ".gitignore"))]);
            _patterns.Add(folder, patterns);
        }

        return patterns;
    }

    private static string[] Lines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
