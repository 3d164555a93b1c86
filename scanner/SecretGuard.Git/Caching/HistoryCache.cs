using System.Text;
using SecretGuard.Detection;
using SecretGuard.Git.Scanning;

namespace SecretGuard.Git.Caching;

/// <summary>A secret that an earlier run found: where, and never what.</summary>
/// <param name="Rule">The slug of its rule.</param>
/// <param name="Kind">Whether files or messages hold it.</param>
/// <param name="Seen">Where it was seen.</param>
/// <param name="Holders">All objects that hold it.</param>
internal sealed record KeptSecret(string Rule, ObjectKind Kind, SeenPlace Seen, IReadOnlyList<ObjectId> Holders);

/// <summary>What earlier runs over a repository came to, so that the next looks at what is new only. Without any value, and without a digest of one.</summary>
internal sealed class HistoryCache(KeyedHash hash, ulong[] seen)
{
    /// <summary>One that knows nothing.</summary>
    public static HistoryCache Empty() => new(KeyedHash.Draw(), []);

    /// <summary>The hash that its marks are made with.</summary>
    public KeyedHash Hash { get; } = hash;

    /// <summary>The marks of all objects that were looked at, and of all files and folders under their paths, sorted.</summary>
    public ulong[] Seen { get; } = seen;

    /// <summary>The packs that were read whole, by name.</summary>
    public HashSet<string> Packs { get; init; } = new(StringComparer.Ordinal);

    public IReadOnlyList<StoredCommit> Commits { get; init; } = [];

    /// <summary>What annotated tags are put on.</summary>
    public IReadOnlyDictionary<ObjectId, ObjectId> Tags { get; init; } = new Dictionary<ObjectId, ObjectId>();

    public IReadOnlyList<KeptSecret> Secrets { get; init; } = [];

    /// <summary>The trees above secrets, with what leads to them.</summary>
    public HolderTrees Trees { get; init; } = HolderTrees.Empty;

    /// <summary>What was too large to be read.</summary>
    public IReadOnlyList<(string Path, LargeBlob Blob)> LargeBlobs { get; init; } = [];

    /// <summary>How many versions of files were looked at.</summary>
    public int Files { get; init; }

    /// <summary>Of these, how many were no text.</summary>
    public int Binary { get; init; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether an object was looked at.</summary>
    public bool Has(in ObjectId id) => Seen.Length > 0 && Array.BinarySearch(Seen, Hash.Of(id)) >= 0;

    /// <summary>Whether a file was looked at under a path that is read like this one; or a folder, with all that is in it.</summary>
    public bool Has(in ObjectId id, string path) => Seen.Length > 0 && Array.BinarySearch(Seen, MarkOf(id, path)) >= 0;

    /// <summary>The mark of a file or folder that was looked at under a path.</summary>
    public ulong MarkOf(in ObjectId id, string path) => Hash.Of(id, Encoding.UTF8.GetBytes(PathReading.Of(path)));
}
