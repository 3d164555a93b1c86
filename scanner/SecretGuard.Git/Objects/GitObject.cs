namespace SecretGuard.Git;

/// <summary>One object, whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Its bytes, without git's header.</param>
public readonly record struct GitObject(ObjectKind Kind, byte[] Content);

/// <summary>What can be known of an object without reading it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Length of its content in bytes.</param>
public readonly record struct ObjectHeader(ObjectKind Kind, long Size);

/// <summary>Something that could not be read, while the rest could.</summary>
/// <param name="Id">The object; the default where a whole file is meant (a pack without its index).</param>
/// <param name="Place">The file, with the offset in it where there is one.</param>
/// <param name="Reason">Why, in a few words. Never the content.</param>
public sealed record ObjectProblem(ObjectId Id, string Place, string Reason);

/// <summary>A blob that was left out because of its size.</summary>
/// <param name="Id">The object.</param>
/// <param name="Size">Its size in bytes.</param>
public readonly record struct LargeBlob(ObjectId Id, long Size);
