using SecretGuard.Triage;

namespace SecretGuard.Cli.Sources;

/// <summary>
/// The <c>.gitignore</c> files that speak of a folder, read without git: the innermost that has an opinion decides, and in it the last
/// line that matches. Tracked files that are ignored are left out too: without git nobody can tell them.
/// </summary>
internal sealed class IgnoreFiles
{
    private readonly IgnoreFiles? _outer;
    private readonly string _folder;
    private readonly IgnorePatterns _patterns;

    private IgnoreFiles(IgnoreFiles? outer, string folder, IgnorePatterns patterns)
    {
        _outer = outer;
        _folder = folder;
        _patterns = patterns;
    }

    /// <summary>What the folders above say, up to the repository's root.</summary>
    public static IgnoreFiles Above(string folder)
    {
        var parents = new Stack<string>();
        for (DirectoryInfo? parent = new(folder); parent is not null && !Path.Exists(Path.Combine(parent.FullName, ".git")); parent = parent.Parent)
        {
            if (parent.Parent is not null)
            {
                parents.Push(parent.Parent.FullName);
            }
        }

        // No repository at all: nothing above the folder counts.
        bool inRepository = parents.Count == 0 || Path.Exists(Path.Combine(parents.Peek(), ".git"));
        var above = new IgnoreFiles(null, folder, IgnorePatterns.None);
        while (inRepository && parents.TryPop(out string? parent))
        {
            above = above.Enter(parent);
        }

        return above;
    }

    /// <summary>These, and what the folder itself says.</summary>
    public IgnoreFiles Enter(string folder)
    {
        var patterns = IgnorePatterns.Parse([.. Read(Path.Combine(folder, ".git", "info", "exclude")), .. Read(Path.Combine(folder, ".gitignore"))]);
        return patterns.IsEmpty ? this : new IgnoreFiles(this, folder, patterns);
    }

    /// <summary>Whether a file or folder is ignored. Asked folder by folder from above.</summary>
    public bool IsIgnored(string fullPath, bool isFolder)
    {
        for (IgnoreFiles? level = this; level is not null; level = level._outer)
        {
            string relative = Path.GetRelativePath(level._folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
            if (level._patterns.Decide(relative, isFolder) is { } ignored)
            {
                return ignored;
            }
        }

        return false;
    }

    private static string[] Read(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
