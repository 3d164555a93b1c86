namespace SecretGuard.Git;

/// <summary>One entry of the index; valid until the next is read.</summary>
public readonly ref struct IndexEntry
{
    private const int KindMask = 0xF000;

    /// <summary>The path below the work tree's root, with forward slashes: bytes, of whatever encoding.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>The object: a blob, a commit for a submodule, a tree for a folder of a sparse index.</summary>
    public required ObjectId Id { get; init; }

    /// <summary>Kind of file and permissions, as git writes them: 0x81A4 is <c>100644</c>.</summary>
    public required int Mode { get; init; }

    /// <summary>0; while a merge is not resolved, 1 for the common version, 2 for ours and 3 for theirs.</summary>
    public required int Stage { get; init; }

    /// <summary>Whether only the path was added so far (<c>git add --intent-to-add</c>).</summary>
    public required bool IsIntentToAdd { get; init; }

    /// <summary>Whether the work tree lacks the file on purpose (a sparse checkout).</summary>
    public required bool IsSkipped { get; init; }

    /// <summary>Whether it is a file with content, executable or not.</summary>
    public bool IsFile => (Mode & KindMask) == 0x8000;

    /// <summary>Whether it is a symbolic link, whose content is where it leads.</summary>
    public bool IsLink => (Mode & KindMask) == 0xA000;

    /// <summary>Whether it is a submodule.</summary>
    public bool IsSubmodule => (Mode & KindMask) == 0xE000;

    /// <summary>Whether it stands for all that is in a folder (a sparse index).</summary>
    public bool IsFolder => (Mode & KindMask) == 0x4000;
}
