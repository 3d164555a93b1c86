using System.Buffers.Binary;

namespace SecretGuard.Git.Packs;

/// <summary>A pack's index, version 1 or 2 (gitformat-pack: "PACK-*.IDX FILES").</summary>
internal sealed class PackIndex : IPackIndex, IDisposable
{
    private const uint Signature = 0xFF744F63;

    private readonly MappedFile _file;
    private readonly int _idLength;
    private readonly bool _isFirstVersion;
    private readonly long _ids;
    private readonly int _stride;
    private readonly FanOut _fanOut;

    private PackIndex(MappedFile file, ObjectFormat format)
    {
        _file = file;
        _idLength = (int)format;
        _isFirstVersion = file.Length < 8 || BinaryPrimitives.ReadUInt32BigEndian(file.Slice(0, 4)) != Signature;
        if (!_isFirstVersion && BinaryPrimitives.ReadUInt32BigEndian(file.Slice(4, 4)) != 2)
        {
            throw new InvalidDataException("its version is not known");
        }

        int tables = _isFirstVersion ? 0 : 8;
        _fanOut = new FanOut(file, tables);
        Count = _fanOut.Count;
        _ids = tables + FanOut.Size + (_isFirstVersion ? 4 : 0);
        _stride = _isFirstVersion ? _idLength + 4 : _idLength;
        long least = tables + FanOut.Size + ((long)Count * (_idLength + (_isFirstVersion ? 4 : 8))) + (2 * _idLength);
        long most = _isFirstVersion ? least : least + (8 * Math.Max(0, (long)Count - 1));
        if (file.Length < least || file.Length > most)
        {
            throw new InvalidDataException("its length does not fit the number of its objects");
        }
    }

    public int Count { get; }

    /// <summary>The check sum of the pack that this index was made of.</summary>
    public ReadOnlySpan<byte> PackChecksum => _file.Slice(_file.Length - (2 * _idLength), _idLength);

    /// <summary>Opens an index.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none, or damaged.</exception>
    public static PackIndex Open(string path, ObjectFormat format)
    {
        var file = new MappedFile(path);
        try
        {
            return new PackIndex(file, format);
        }
        catch (Exception error)
        {
            file.Dispose();
            if (error is ArgumentOutOfRangeException)
            {
                throw new InvalidDataException("it is cut off", error);
            }

            throw;
        }
    }

    public ObjectId Id(int position) => new(IdBytes(position));

    public long Offset(int position)
    {
        if (_isFirstVersion)
        {
            return BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(_ids - 4 + ((long)position * _stride), 4));
        }

        long offsets = _ids + ((long)Count * (_idLength + 4));
        uint small = BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(offsets + (4 * (long)position), 4));
        if ((small & 0x8000_0000) == 0)
        {
            return small;
        }

        long large = offsets + (4 * (long)Count) + (8 * (long)(small & 0x7FFF_FFFF));
        return large + 8 > _file.Length - (2 * _idLength) ? -1 : BinaryPrimitives.ReadInt64BigEndian(_file.Slice(large, 8));
    }

    public int Find(in ObjectId id)
    {
        (int low, int high) = _fanOut.Range(id);
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            ReadOnlySpan<byte> bytes = IdBytes(middle);

            // Hardly ever do the first bytes not tell.
            int order = id.Prefix.CompareTo(BinaryPrimitives.ReadUInt64BigEndian(bytes));
            order = order != 0 ? order : id.CompareTo(new ObjectId(bytes));
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (low, middle) : (middle + 1, high);
        }

        return -1;
    }

    public bool HasPrefix(ulong prefix)
    {
        (int low, int high) = _fanOut.Range((byte)(prefix >> 56));
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            ulong found = BinaryPrimitives.ReadUInt64BigEndian(IdBytes(middle));
            if (found == prefix)
            {
                return true;
            }

            (low, high) = prefix < found ? (low, middle) : (middle + 1, high);
        }

        return false;
    }

    public void AddPrefixesTo(HashSet<ulong> prefixes)
    {
        for (int position = 0; position < Count; position++)
        {
            prefixes.Add(BinaryPrimitives.ReadUInt64BigEndian(IdBytes(position)));
        }
    }

    public void Dispose() => _file.Dispose();

    private ReadOnlySpan<byte> IdBytes(int position) => _file.Slice(_ids + ((long)position * _stride), _idLength);
}
