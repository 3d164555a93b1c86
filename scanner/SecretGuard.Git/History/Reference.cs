namespace SecretGuard.Git;

/// <summary>A name that leads to an object.</summary>
/// <param name="Name">The full name, <c>refs/heads/main</c> or <c>HEAD</c>; <c>worktrees/NAME/HEAD</c> for another work tree's.</param>
/// <param name="Id">The object.</param>
/// <param name="Target">For a symbolic reference the name that it leads to.</param>
public sealed record Reference(string Name, ObjectId Id, string? Target = null)
{
    private const string Head = "HEAD";

    /// <summary>Whether a fetch or a push wrote it: what it leads to is on a remote.</summary>
    public bool IsRemote => Name.StartsWith("refs/remotes/", StringComparison.Ordinal);

    /// <summary>Whether it is a branch, or what is checked out somewhere.</summary>
    public bool IsBranch => Name == Head || Name.EndsWith("/" + Head, StringComparison.Ordinal) || Name.StartsWith("refs/heads/", StringComparison.Ordinal);
}

/// <summary>A reference that leads nowhere, and why.</summary>
/// <param name="Name">Its name, or that of the file.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record ReferenceProblem(string Name, string Reason);

/// <summary>One line of a reflog: a name led to one object and then to another.</summary>
/// <param name="Name">The reference.</param>
/// <param name="Old">The object before; zero where the reference was new.</param>
/// <param name="New">The object behind; zero where it was deleted.</param>
public readonly record struct ReflogEntry(string Name, ObjectId Old, ObjectId New);

/// <summary>All references of a repository.</summary>
/// <param name="Head">HEAD of the work tree that the repository was opened by; null where it leads to no commit yet.</param>
/// <param name="All">Every reference once: HEAD of every work tree, then <c>refs/…</c> in order, stash, notes and replacements among them.</param>
/// <param name="Problems">Those that lead nowhere.</param>
public sealed record References(Reference? Head, IReadOnlyList<Reference> All, IReadOnlyList<ReferenceProblem> Problems);
