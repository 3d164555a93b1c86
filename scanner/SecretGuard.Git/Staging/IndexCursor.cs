using System.Buffers.Binary;
using System.Text;

namespace SecretGuard.Git.Staging;

/// <summary>Goes over the entries of one index file (gitformat-index: "Index entry"), of version 2, 3 or 4.</summary>
internal sealed class IndexCursor(string file, byte[] bytes, int version, int count, int idLength)
{
    private const int HeaderLength = 12;
    private const int StatusLength = 40;
    private const int ModeOffset = 24;
    private const int Extended = 0x4000;
    private const int LongName = 0x0FFF;

    private int _entry;
    private int _pathStart;
    private int _pathLength;
    private int _flags;
    private int _moreFlags;

    /// <summary>For version 4, which says of each path only how it differs from the last one.</summary>
    private byte[] _path = new byte[256];

    /// <summary>Where the next entry starts, and behind the last one the extensions.</summary>
    public int Position { get; private set; } = HeaderLength;

    /// <summary>How many entries were read.</summary>
    public int Read { get; private set; }

    public ReadOnlySpan<byte> Path => version < 4 ? bytes.AsSpan(_pathStart, _pathLength) : _path.AsSpan(0, _pathLength);

    public int Stage => (_flags >> 12) & 3;

    /// <summary>The entry, under its own path or another's.</summary>
    public IndexEntry Entry(ReadOnlySpan<byte> path) => new()
    {
        Path = path,
        Id = new ObjectId(bytes.AsSpan(_entry + StatusLength, idLength)),
        Mode = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(_entry + ModeOffset)),
        Stage = Stage,
        IsIntentToAdd = (_moreFlags & 0x2000) != 0,
        IsSkipped = (_moreFlags & 0x4000) != 0,
    };

    /// <summary>Another over the same entries, at the start.</summary>
    public IndexCursor Copy() => new(file, bytes, version, count, idLength);

    /// <summary>Goes to the next entry; false behind the last.</summary>
    /// <exception cref="RepositoryException">The file is damaged there.</exception>
    public bool MoveNext()
    {
        if (Read == count)
        {
            return false;
        }

        int end = bytes.Length - idLength;
        _entry = Position;
        int at = _entry + StatusLength + idLength;
        if (at + 4 > end)
        {
            throw Damaged();
        }

        _flags = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
        at += 2;
        _moreFlags = 0;
        if (version >= 3 && (_flags & Extended) != 0)
        {
            _moreFlags = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
            at += 2;
        }

        Position = version < 4 ? ReadPath(at, end) : ReadPathDifference(at, end);
        Read++;
        return true;
    }

    private int ReadPath(int at, int end)
    {
        int length = _flags & LongName;
        if (length == LongName)
        {
            length = LengthToNul(at, end);
        }

        // One to eight NULs make the entry a multiple of eight long.
        int next = _entry + ((at - _entry + length + 8) & ~7);
        if (next > end || bytes[at + length] != 0)
        {
            throw Damaged();
        }

        _pathStart = at;
        _pathLength = length;
        return next;
    }

    private int ReadPathDifference(int at, int end)
    {
        int drop = -1;
        byte next;
        do
        {
            if (at >= end || drop > int.MaxValue >> 8)
            {
                throw Damaged();
            }

            next = bytes[at++];
            drop = ((drop + 1) << 7) | (next & 0x7F);
        }
        while ((next & 0x80) != 0);
        int length = LengthToNul(at, end);
        int kept = _pathLength - drop;
        if (kept < 0)
        {
            throw Damaged();
        }

        if (kept + length > _path.Length)
        {
            Array.Resize(ref _path, 2 * (kept + length));
        }

        bytes.AsSpan(at, length).CopyTo(_path.AsSpan(kept));
        _pathLength = kept + length;
        return at + length + 1;
    }

    private int LengthToNul(int at, int end)
    {
        int length = at > end ? -1 : bytes.AsSpan(at, end - at).IndexOf((byte)0);
        return length >= 0 ? length : throw Damaged();
    }

    private RepositoryException Damaged() =>
        new(RepositoryFault.Damaged, $"'{file}' is damaged at entry {Read + 1} of {count}{(Read > 0 ? $" (behind '{Encoding.UTF8.GetString(Path)}')" : "")}: 'git reset' makes it anew");
}
