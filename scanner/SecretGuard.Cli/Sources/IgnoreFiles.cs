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
    private readonly IReadOnlyList<Glob> _globs;

    private IgnoreFiles(IgnoreFiles? outer, string folder, IReadOnlyList<Glob> globs)
    {
        _outer = outer;
        _folder = folder;
        _globs = globs;
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
        var above = new IgnoreFiles(null, folder, []);
        while (inRepository && parents.TryPop(out string? parent))
        {
            above = above.Enter(parent);
        }

        return above;
    }

    /// <summary>These, and what the folder itself says.</summary>
    public IgnoreFiles Enter(string folder)
    {
        var globs = new List<Glob>();
        Read(Path.Combine(folder, ".git", "info", "exclude"), globs);
        Read(Path.Combine(folder, ".gitignore"), globs);
        return globs.Count == 0 ? this : new IgnoreFiles(this, folder, globs);
    }

    /// <summary>Whether a file or folder is ignored. Asked folder by folder from above.</summary>
    public bool IsIgnored(string fullPath, bool isFolder)
    {
        for (IgnoreFiles? level = this; level is not null; level = level._outer)
        {
            string relative = Path.GetRelativePath(level._folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
            for (int i = level._globs.Count - 1; i >= 0; i--)
            {
                if (level._globs[i].IsExactMatch(relative, isFolder))
                {
                    return !level._globs[i].IsNegated;
                }
            }
        }

        return false;
    }

    private static void Read(string path, List<Glob> globs)
    {
        if (!File.Exists(path))
        {
            return;
        }

        foreach (string line in File.ReadAllLines(path))
        {
            string pattern = line.TrimEnd(' ', '\t');
            if (pattern.Length > 0 && pattern[0] != '#' && pattern.Trim('/', '!').Length > 0)
            {
                // Braces are no alternatives here.
                globs.Add(Glob.Parse(pattern.Replace("{", "\\{", StringComparison.Ordinal)));
            }
        }
    }
}
