namespace SecretGuard.Migration;

/// <summary>Collects regular expressions of paths: those that have globs, and those that have none.</summary>
public sealed class PathPatterns
{
    private readonly List<PathPattern> _patterns = [];
    private readonly List<Leftover> _leftovers = [];

    /// <summary>Those that can be carried over.</summary>
    public IReadOnlyList<PathPattern> Patterns => _patterns;

    /// <summary>Those that cannot.</summary>
    public IReadOnlyList<Leftover> Leftovers => _leftovers;

    /// <summary>Takes an expression that is searched for in paths.</summary>
    /// <param name="regex">The expression.</param>
    /// <param name="origin">Where it stands.</param>
    public void Add(string regex, string origin)
    {
        if (PathRegex.ToGlobs(regex) is { } globs)
        {
            _patterns.Add(new PathPattern(regex, globs, origin) { IsRegex = true });
        }
        else
        {
            _leftovers.Add(NoGlob(regex, origin));
        }
    }

    /// <summary>What is told of an expression that no glob says.</summary>
    public static Leftover NoGlob(string regex, string origin) =>
        new(origin, $"the paths {regex}", "No pattern of paths says the same; write what you mean under 'exclude:' in secretguard.yml.");
}
