namespace SecretGuard.Triage;

/// <summary>What one <c>.gitignore</c> says of the files and folders below it. The last pattern that matches decides.</summary>
public sealed class IgnorePatterns
{
    private readonly List<Glob> _globs = [];

    private IgnorePatterns()
    {
    }

    /// <summary>No pattern at all.</summary>
    public static IgnorePatterns None { get; } = new();

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => _globs.Count == 0;

    /// <summary>Reads the lines of the file; comments and blank lines say nothing.</summary>
    public static IgnorePatterns Parse(IEnumerable<string> lines)
    {
        var patterns = new IgnorePatterns();
        foreach (string line in lines)
        {
            string pattern = line.TrimEnd(' ', '\t');
            if (pattern.Length > 0 && pattern[0] != '#' && pattern.Trim('/', '!').Length > 0)
            {
                // Braces are no alternatives here.
                patterns._globs.Add(Glob.Parse(pattern.Replace("{", "\\{")));
            }
        }

        return patterns;
    }

    /// <summary>Whether exactly this file or folder is ignored, by its path below the file's folder; null where no pattern speaks of it.</summary>
    public bool? Decide(string relative, bool isFolder)
    {
        for (int i = _globs.Count - 1; i >= 0; i--)
        {
            if (_globs[i].IsExactMatch(relative, isFolder))
            {
                return !_globs[i].IsNegated;
            }
        }

        return null;
    }
}
