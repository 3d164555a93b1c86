namespace SecretGuard.Findings;

/// <summary>How far a secret in a history has got. The further, the more has to be done.</summary>
public enum Reach
{
    /// <summary>Nothing leads to it any more: amended, dropped, or never committed.</summary>
    Unreachable,

    /// <summary>On branches, tags or stashes of this repository only, as far as it knows.</summary>
    Local,

    /// <summary>On a branch that a remote has.</summary>
    Remote,
}

/// <summary>Which commits and paths hold a secret.</summary>
public sealed record Provenance
{
    /// <summary>The first commit that has it; null where no commit does.</summary>
    public string? FirstCommit { get; init; }

    /// <summary>When that one was written, by its author's clock.</summary>
    public DateTimeOffset? FirstDate { get; init; }

    /// <summary>The last commit that has it.</summary>
    public string? LastCommit { get; init; }

    /// <summary>Whether the commit that is checked out has it.</summary>
    public bool IsInHead { get; init; }

    /// <summary>How far it has got.</summary>
    public required Reach Reach { get; init; }

    /// <summary>Every path that held it, sorted; the first hundred.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>How many versions of files, or messages, hold it.</summary>
    public required int Places { get; init; }
}
