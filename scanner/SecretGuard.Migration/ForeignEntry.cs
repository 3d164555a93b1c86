namespace SecretGuard.Migration;

/// <summary>What another tool's file says of one secret: where it stands. Lives while a command runs.</summary>
/// <param name="Path">The file, as that tool wrote it, with <c>/</c>.</param>
/// <param name="Line">1-based; 0 where the file does not say.</param>
public sealed record ForeignEntry(string Path, int Line)
{
    /// <summary>Where the entry stands, such as <c>.gitleaksignore:12</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The last line of the secret, 1-based; never before <see cref="Line"/>.</summary>
    public int LastLine { get; init; } = Line;

    /// <summary>What that tool calls the kind of secret, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>The commit in whose version of the file the line counts; null for the file as it is.</summary>
    public string? Commit { get; init; }

    /// <summary>Why the secret may stay, in somebody's words or in those of the file; null where nobody has looked at it.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether somebody looked at it and found that it is a secret.</summary>
    public bool IsReal { get; init; }

    /// <summary>The parts of the secret, where the file carries them: compared in memory, never written and never told.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A value never goes where a record is printed.</summary>
    public override string ToString() => $"{Kind} in {Path}:{Line}";
}
