namespace SecretGuard.Migration;

/// <summary>What a file of another tool comes to.</summary>
public sealed record ForeignFile
{
    /// <summary>A file that says nothing.</summary>
    public static ForeignFile Empty { get; } = new();

    /// <summary>The secrets that it lists.</summary>
    public IReadOnlyList<ForeignEntry> Entries { get; init; } = [];

    /// <summary>The paths that it leaves out.</summary>
    public IReadOnlyList<PathPattern> Exclude { get; init; } = [];

    /// <summary>What else belongs into secretguard.yml.</summary>
    public IReadOnlyList<SettingsAddition> Additions { get; init; } = [];

    /// <summary>What has no counterpart here.</summary>
    public IReadOnlyList<Leftover> Leftovers { get; init; } = [];
}

/// <summary>Paths that another tool leaves out.</summary>
/// <param name="Source">The pattern as it stands there.</param>
/// <param name="Globs">The same as patterns of this tool.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record PathPattern(string Source, IReadOnlyList<string> Globs, string Origin)
{
    /// <summary>Whether <see cref="Source"/> is a regular expression, so that the two can be compared on real paths.</summary>
    public bool IsRegex { get; init; }
}

/// <summary>An item for a list or a map of secretguard.yml.</summary>
/// <param name="Section">Keys from the root, such as <c>rules.custom</c>.</param>
/// <param name="Lines">The item in YAML, without indentation; in a list the first line follows the dash.</param>
/// <param name="Origin">Where the other tool says it.</param>
public sealed record SettingsAddition(string Section, IReadOnlyList<string> Lines, string Origin);

/// <summary>Something that another tool was told and that cannot be carried over.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="What">What it is.</param>
/// <param name="Advice">What to do instead.</param>
public sealed record Leftover(string Origin, string What, string Advice);

/// <summary>A file that cannot be read as what it should be. The message says where and what to do, and quotes nothing of it.</summary>
public sealed class ForeignFileException(string message) : Exception(message);
