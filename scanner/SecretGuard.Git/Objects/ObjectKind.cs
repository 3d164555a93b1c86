namespace SecretGuard.Git;

/// <summary>What an object is, with the numbers that packs use.</summary>
public enum ObjectKind : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>A commit.</summary>
    Commit = 1,

    /// <summary>A folder's listing.</summary>
    Tree = 2,

    /// <summary>A file's content.</summary>
    Blob = 3,

    /// <summary>An annotated tag.</summary>
    Tag = 4,
}

/// <summary>A set of kinds.</summary>
[Flags]
public enum ObjectKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Commits.</summary>
    Commits = 1 << ObjectKind.Commit,

    /// <summary>Trees.</summary>
    Trees = 1 << ObjectKind.Tree,

    /// <summary>Blobs.</summary>
    Blobs = 1 << ObjectKind.Blob,

    /// <summary>Annotated tags.</summary>
    Tags = 1 << ObjectKind.Tag,

    /// <summary>Every kind.</summary>
    All = Commits | Trees | Blobs | Tags,
}

/// <summary>The words that git has for kinds.</summary>
internal static class ObjectKindNames
{
    public static ObjectKind Parse(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("blob"u8) => ObjectKind.Blob,
        _ when name.SequenceEqual("tree"u8) => ObjectKind.Tree,
        _ when name.SequenceEqual("commit"u8) => ObjectKind.Commit,
        _ when name.SequenceEqual("tag"u8) => ObjectKind.Tag,
        _ => ObjectKind.None,
    };

    /// <summary>Whether a set has a kind.</summary>
    public static bool Has(this ObjectKinds kinds, ObjectKind kind) => ((int)kinds & (1 << (int)kind)) != 0 && kind != ObjectKind.None;
}
