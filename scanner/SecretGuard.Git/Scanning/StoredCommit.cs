namespace SecretGuard.Git.Scanning;

/// <summary>What of a commit is kept for the way of secrets.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tree">Its root.</param>
/// <param name="Parents">The commits before it.</param>
/// <param name="Authored">When it was written, by its author's clock.</param>
/// <param name="Committed">When it was committed, in seconds since 1970.</param>
internal sealed record StoredCommit(ObjectId Id, ObjectId Tree, IReadOnlyList<ObjectId> Parents, DateTimeOffset Authored, long Committed);
