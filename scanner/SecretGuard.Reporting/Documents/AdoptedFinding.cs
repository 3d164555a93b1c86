using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>A finding on its way into a store.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Rule">The rule's slug.</param>
/// <param name="Id">What it is called in the declaration.</param>
public sealed record AdoptedFinding(Location Location, string Rule, string Id)
{
    /// <summary>The environment; empty where none is declared.</summary>
    public string Environment { get; init; } = "";

    /// <summary>What git's history knows of it.</summary>
    public HeadState Head { get; init; }

    /// <summary>What is to be done besides, by others: lines for people or for a shell.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
}

/// <summary>Whether the commit that is checked out has a value.</summary>
public enum HeadState
{
    /// <summary>There is no repository, or no commit in it.</summary>
    NoCommit,

    /// <summary>Its version of the file has not; another commit may.</summary>
    NotInHead,

    /// <summary>It has.</summary>
    InHead,
}
