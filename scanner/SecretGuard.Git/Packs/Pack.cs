using System.Buffers.Binary;
using SecretGuard.Git.Compression;

namespace SecretGuard.Git.Packs;

/// <summary>One pack (gitformat-pack: "pack-*.pack FILES") with its index.</summary>
internal sealed class Pack : IDisposable
{
    private const int HeaderLength = 12;

    private readonly MappedFile _file;
    private readonly int _idLength;
    private readonly Lazy<PackOrder> _order;

    private Pack(MappedFile file, IPackIndex index, ObjectFormat format)
    {
        _file = file;
        _idLength = (int)format;
        Index = index;
        _order = new Lazy<PackOrder>(() => new PackOrder(index));
    }

    public string Path => _file.Path;

    public string Name => System.IO.Path.GetFileName(Path);

    public IPackIndex Index { get; }

    /// <summary>The objects in the order of their offsets; made when first asked for.</summary>
    public PackOrder Order => _order.Value;

    /// <summary>Where objects end and the pack's check sum starts.</summary>
    private long End => _file.Length - _idLength;

    /// <summary>Opens a pack, which must be the one that its index was made of.</summary>
    /// <param name="path">The pack.</param>
    /// <param name="index">Its index; it belongs to the pack from now on.</param>
    /// <param name="checksum">What the index says to be the pack's check sum; empty where it does not say.</param>
    /// <param name="format">The repository's format.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none, or another's.</exception>
    public static Pack Open(string path, IPackIndex index, ReadOnlySpan<byte> checksum, ObjectFormat format)
    {
        var file = new MappedFile(path);
        string? fault = Fault(file, index, checksum, (int)format);
        if (fault is null)
        {
            return new Pack(file, index, format);
        }

        file.Dispose();
        throw new InvalidDataException(fault);
    }

    /// <summary>Reads the head of the object at an offset; false where there is none, or one that makes no sense.</summary>
    public bool TryReadEntry(long offset, out PackEntry entry)
    {
        entry = default;
        if (offset < HeaderLength || offset >= End)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = _file.From(offset, End);
        _file.NoteRead(offset, 0);
        int at = 0;
        byte first = bytes[at++];
        var kind = (PackEntryKind)((first >> 4) & 7);
        if (kind is PackEntryKind.None or (PackEntryKind)5 || !TryReadSize(bytes, first, ref at, out long size))
        {
            return false;
        }

        long source = 0;
        if (kind == PackEntryKind.OffsetDelta)
        {
            if (!TryReadDistance(bytes, ref at, out long distance) || distance <= 0 || distance > offset - HeaderLength)
            {
                return false;
            }

            source = offset - distance;
        }
        else if (kind == PackEntryKind.IdDelta)
        {
            source = offset + at;
            at += _idLength;
        }

        entry = new PackEntry(kind, size, offset + at, source);
        return at < bytes.Length;
    }

    /// <summary>The id of a delta's base.</summary>
    public ObjectId BaseId(in PackEntry entry) => new(_file.Slice(entry.Base, _idLength));

    /// <summary>Decompresses an object's data into a target of its size, or the beginning of it into a shorter one.</summary>
    public bool TryInflate(in PackEntry entry, Span<byte> target)
    {
        InflateOutcome outcome = Inflater.OfThread.Inflate(_file.From(entry.Data, End), target, out int written);
        _file.NoteRead(entry.Data, target.Length); // not less: what compresses to more is stored
        return written == target.Length && outcome == (target.Length < entry.Size ? InflateOutcome.Full : InflateOutcome.Done);
    }

    /// <summary>Whether so many bytes can come out of the rest of the pack: nothing compresses to less than a 1032nd.</summary>
    public bool IsPlausible(in PackEntry entry) => entry.Size / 1032 <= End - entry.Data;

    public void Dispose()
    {
        _file.Dispose();
        (Index as IDisposable)?.Dispose();
    }

    private static string? Fault(MappedFile file, IPackIndex index, ReadOnlySpan<byte> checksum, int idLength)
    {
        if (file.Length < HeaderLength + idLength)
        {
            return "it is cut off";
        }

        ReadOnlySpan<byte> header = file.Slice(0, HeaderLength);
        return !header[..4].SequenceEqual("PACK"u8) || BinaryPrimitives.ReadUInt32BigEndian(header[4..]) is not (2 or 3) ? "it is no pack of version 2 or 3"
            : checksum.IsEmpty ? null
            : BinaryPrimitives.ReadUInt32BigEndian(header[8..]) != index.Count ? "it has another number of objects than its index"
            : !file.Slice(file.Length - idLength, idLength).SequenceEqual(checksum) ? "its check sum is not that of its index: it is cut off, damaged or another's"
            : null;
    }

    private static bool TryReadSize(ReadOnlySpan<byte> bytes, byte first, ref int at, out long size)
    {
        size = first & 0x0F;
        byte next = first;
        for (int shift = 4; (next & 0x80) != 0; shift += 7)
        {
            if (at >= bytes.Length || shift > 53)
            {
                return false;
            }

            next = bytes[at++];
            size |= (long)(next & 0x7F) << shift;
        }

        return true;
    }

    private static bool TryReadDistance(ReadOnlySpan<byte> bytes, ref int at, out long distance)
    {
        distance = -1;
        byte next;
        do
        {
            if (at >= bytes.Length || distance >= long.MaxValue >> 8)
            {
                return false;
            }

            next = bytes[at++];
            distance = ((distance + 1) << 7) | (uint)(next & 0x7F);
        }
        while ((next & 0x80) != 0);
        return true;
    }
}
