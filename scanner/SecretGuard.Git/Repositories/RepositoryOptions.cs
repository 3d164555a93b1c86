namespace SecretGuard.Git;

/// <summary>What otherwise stands in git's environment variables. A hook has them; a scan of another repository must not.</summary>
public sealed record RepositoryOptions
{
    /// <summary><c>GIT_DIR</c>: the repository itself; nothing is searched for then, and as with git no owner is asked for.</summary>
    public string? GitDirectory { get; init; }

    /// <summary><c>GIT_WORK_TREE</c>: the root of the files, where <see cref="GitDirectory"/> is given.</summary>
    public string? WorkTree { get; init; }

    /// <summary><c>GIT_OBJECT_DIRECTORY</c>: where the objects are, for what is pushed a quarantine.</summary>
    public string? ObjectDirectory { get; init; }

    /// <summary><c>GIT_ALTERNATE_OBJECT_DIRECTORIES</c>: where more objects are.</summary>
    public IReadOnlyList<string> AlternateObjectDirectories { get; init; } = [];

    /// <summary><c>GIT_INDEX_FILE</c>: the index, for a partial commit another than the repository's.</summary>
    public string? IndexFile { get; init; }

    /// <summary><c>GIT_CEILING_DIRECTORIES</c>: folders that a search upwards does not enter.</summary>
    public IReadOnlyList<string> Ceilings { get; init; } = [];

    /// <summary>What the environment of this process says.</summary>
    public static RepositoryOptions FromEnvironment() => new()
    {
        GitDirectory = Variable("GIT_DIR"),
        WorkTree = Variable("GIT_WORK_TREE"),
        ObjectDirectory = Variable("GIT_OBJECT_DIRECTORY"),
        AlternateObjectDirectories = List("GIT_ALTERNATE_OBJECT_DIRECTORIES"),
        IndexFile = Variable("GIT_INDEX_FILE"),
        Ceilings = List("GIT_CEILING_DIRECTORIES"),
    };

    /// <summary>Where git is to look for objects, as its variables.</summary>
    internal IEnumerable<(string Name, string Value)> Variables()
    {
        if (ObjectDirectory is not null)
        {
            yield return ("GIT_OBJECT_DIRECTORY", Path.GetFullPath(ObjectDirectory));
        }

        if (AlternateObjectDirectories.Count > 0)
        {
            yield return ("GIT_ALTERNATE_OBJECT_DIRECTORIES", string.Join(Path.PathSeparator, AlternateObjectDirectories.Select(Path.GetFullPath)));
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string[] List(string name) => Variable(name)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
