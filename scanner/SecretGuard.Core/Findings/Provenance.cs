namespace SecretGuard.Findings;

/// <summary>How far a secret in a history has got. The further, the more has to be done.</summary>
public enum Reach
{
    /// <summary>Nothing leads to it any more: amended, dropped, or never committed.</summary>
    Unreachable,

    /// <summary>On branches, tags or stashes of this repository only, as far as it knows.</summary>
    Local,

    /// <summary>On a branch that a remote has, or in a bare repository, which others fetch from.</summary>
    Remote,
}

/// <summary>Which commits and paths hold a secret.</summary>
public sealed record Provenance
{
    /// <summary>More paths are not listed.</summary>
    public const int MostPaths = 100;

    /// <summary>The first commit that has it; null where no commit does.</summary>
    public string? FirstCommit { get; init; }

    /// <summary>When that one was written, by its author's clock.</summary>
    public DateTimeOffset? FirstDate { get; init; }

    /// <summary>The last commit that has it.</summary>
    public string? LastCommit { get; init; }

    /// <summary>When that one was written, by its author's clock.</summary>
    public DateTimeOffset? LastDate { get; init; }

    /// <summary>Whether the commit that is checked out has it.</summary>
    public bool IsInHead { get; init; }

    /// <summary>How far it has got.</summary>
    public required Reach Reach { get; init; }

    /// <summary>
    /// The one name that leads to it where no branch does: <c>stash@{1}</c>, <c>refs/tags/v1</c>, <c>refs/notes/commits</c>; null where a branch does, or nothing.
    /// </summary>
    public string? OnlyIn { get; init; }

    /// <summary>Every path that held it, sorted; the first hundred.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>How many versions of files, or messages, hold it.</summary>
    public required int Places { get; init; }

    /// <summary>A digest of the value under a key of this run, where this run compares it with what stores hold. It is not for reports.</summary>
    public string? RunDigest { get; init; }

    /// <summary>Each of these versions, where somebody asked for them.</summary>
    public IReadOnlyList<HeldPlace> EveryPlace { get; init; } = [];
}

/// <summary>One version of a file, or one message, that holds a secret.</summary>
/// <param name="Object">The id of the version, commit or tag.</param>
/// <param name="Commit">The first commit that has it; null where none does.</param>
/// <param name="Path">A path that it had.</param>
/// <param name="Line">The line of the secret in it, from 1; null where it could not be read again.</param>
public sealed record HeldPlace(string Object, string? Commit, string Path, int? Line);
