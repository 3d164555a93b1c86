using System.Buffers.Binary;
using System.Text;
using SecretGuard.Git.Staging;

namespace SecretGuard.Git;

/// <summary>git's index (gitformat-index), versions 2 to 4: what the next commit holds.</summary>
/// <remarks>Only entries and the cache of trees are read; caches that other extensions hold are passed over, and the check sum of the file is not asked for.</remarks>
public sealed class IndexFile
{
    private const int HeaderLength = 12;

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly int _idLength;
    private readonly int _version;
    private readonly int _count;
    private readonly SplitIndex? _split;
    private readonly IndexFile? _shared;

    private IndexFile(string path, byte[] bytes, ObjectFormat format, string? sharedFolder)
    {
        _path = path;
        _bytes = bytes;
        _idLength = (int)format;
        if (bytes.Length == 0)
        {
            return;
        }

        if (bytes.Length < HeaderLength + _idLength || !bytes.AsSpan(0, 4).SequenceEqual("DIRC"u8))
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' is no index of git, or cut off");
        }

        _version = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4));
        uint count = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8));
        if (_version is < 2 or > 4)
        {
            throw new RepositoryException(RepositoryFault.Unsupported, $"'{path}' is of version {_version}, which is not known here");
        }

        _count = count <= bytes.Length ? (int)count : throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' has fewer entries than it says");
        _split = ReadExtensions();
        if (_split is { BaseId.IsZero: false })
        {
            string shared = Path.Combine(sharedFolder ?? "", "sharedindex." + _split.BaseId);
            _shared = sharedFolder is not null && File.Exists(shared)
                ? new IndexFile(shared, ReadBytes(shared), format, null)
                : throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' is based on '{shared}', which is not there");
        }
    }

    /// <summary>What it knows of the trees that its entries would make.</summary>
    internal CacheTree Cache { get; private set; } = CacheTree.None;

    /// <summary>How many entries there are, as far as the file itself says; a split index has those of its shared one besides.</summary>
    public int Count => _count;

    /// <summary>Reads an index; without a file it is empty.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The repository's format.</param>
    /// <param name="gitDirectory">Where the shared part of a split index lies.</param>
    /// <exception cref="RepositoryException">It cannot be read, is damaged, or of a format that is not known.</exception>
    public static IndexFile Read(string path, ObjectFormat format, string gitDirectory) => new(path, ReadBytes(path), format, gitDirectory);

    /// <summary>Goes over the entries, ordered by path and stage. Throws a <see cref="RepositoryException"/> where the file is damaged.</summary>
    public IndexEnumerator GetEnumerator() => new(Cursor(), _shared is null ? null : (_shared.Cursor(), _split!));

    private IndexCursor Cursor() => new(_path, _bytes, _version, _count, _idLength);

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryFault.Damaged, $"'{path}' cannot be read", error);
        }
    }

    /// <summary>Looks at what stands behind the entries: an extension with a small letter changes what they mean.</summary>
    private SplitIndex? ReadExtensions()
    {
        IndexCursor cursor = Cursor();
        while (cursor.MoveNext())
        {
            // Only its length is asked for.
        }

        SplitIndex? split = null;
        ReadOnlySpan<byte> rest = _bytes.AsSpan(cursor.Position..^_idLength);
        while (rest.Length >= 8)
        {
            ReadOnlySpan<byte> name = rest[..4];
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            if (length > rest.Length - 8)
            {
                throw new RepositoryException(RepositoryFault.Damaged, $"'{_path}' is damaged behind its entries");
            }

            ReadOnlySpan<byte> data = rest.Slice(8, (int)length);
            rest = rest[(8 + (int)length)..];
            if (name.SequenceEqual("link"u8))
            {
                split = SplitIndex.TryParse(data, _idLength) ?? throw new RepositoryException(RepositoryFault.Damaged, $"'{_path}' is damaged where it names its shared index");
            }
            else if (name.SequenceEqual("TREE"u8))
            {
                Cache = CacheTree.Parse(data, _idLength);
            }
            else if (char.IsAsciiLetterLower((char)name[0]) && !name.SequenceEqual("sdir"u8))
            {
                throw new RepositoryException(RepositoryFault.Unsupported, $"'{_path}' has the extension '{Encoding.Latin1.GetString(name)}', which is not known here");
            }
        }

        return split;
    }
}
