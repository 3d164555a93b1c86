namespace SecretGuard.Git;

/// <summary>One file of the index, held against the last commit.</summary>
/// <param name="Path">Below the work tree's root, with <c>/</c>; what is no UTF-8 in it is replaced.</param>
/// <param name="Id">The staged blob.</param>
/// <param name="Committed">The blob that the last commit has at this path; zero where it has none.</param>
public sealed record StagedFile(string Path, ObjectId Id, ObjectId Committed)
{
    /// <summary>Whether something is staged of it: other content than the last commit has.</summary>
    public bool IsChanged => !IsIntentToAdd && !IsSubmodule && Id != Committed;

    /// <summary>Whether only its path was added so far.</summary>
    public bool IsIntentToAdd { get; init; }

    /// <summary>Whether it is a file with content: no link, and no submodule.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether it is one of the versions of a merge that is not resolved.</summary>
    public bool IsUnmerged { get; init; }

    /// <summary>Whether it is a submodule, whose files another repository holds.</summary>
    public bool IsSubmodule { get; init; }
}
