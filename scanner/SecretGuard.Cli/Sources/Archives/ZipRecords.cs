using System.Buffers.Binary;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>
/// Reads the records of a zip archive one at a time, so that no directory, however long, lies in memory. Layouts: APPNOTE.TXT 6.3.10,
/// sections 4.3.7 (local header), 4.3.12 (directory), 4.3.14 to 4.3.16 (its end) and 4.5.3 (the 64-bit extra field).
/// </summary>
internal sealed class ZipRecords(Stream archive)
{
    public const uint LocalSignature = 0x04034B50;
    public const uint EntrySignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const uint DescriptorSignature = 0x08074B50;

    private const int LocalLength = 30;
    private const int EntryLength = 46;
    private const uint In64Bits = uint.MaxValue;

    /// <summary>The entry of the directory at a place, and where the next one begins; null where none stands there.</summary>
    public (ZipMember Member, long Next)? ReadEntry(long at)
    {
        byte[] fixedPart = Read(at, EntryLength);
        if (fixedPart.Length < EntryLength || Number(fixedPart, 0) != EntrySignature)
        {
            return null;
        }

        int nameLength = Short(fixedPart, 28), extraLength = Short(fixedPart, 30), commentLength = Short(fixedPart, 32);
        byte[] name = Read(at + EntryLength, nameLength);
        byte[] extra = Read(at + EntryLength + nameLength, extraLength);
        long unpacked = Number(fixedPart, 24), packed = Number(fixedPart, 20), local = Number(fixedPart, 42);
        Widen(extra, ref unpacked, ref packed, ref local);
        int flags = Short(fixedPart, 8);
        byte[] header = Read(local, LocalLength);
        bool isThere = header.Length == LocalLength && Number(header, 0) == LocalSignature;

        // The local header's lengths may differ from the directory's; without one there are no bytes to read.
        long start = isThere ? local + LocalLength + Short(header, 26) + Short(header, 28) : archive.Length;
        var member = new ZipMember(ZipMember.Decode(name, flags), flags, Short(fixedPart, 10), packed, unpacked, start);
        return (member, at + EntryLength + nameLength + extraLength + commentLength);
    }

    /// <summary>The member whose local header stands at a place; null where none does. Sizes are 0 where they follow the bytes.</summary>
    public ZipMember? ReadLocal(long at)
    {
        byte[] header = Read(at, LocalLength);
        if (header.Length < LocalLength || Number(header, 0) != LocalSignature)
        {
            return null;
        }

        int nameLength = Short(header, 26), flags = Short(header, 6);
        long unpacked = Number(header, 22), packed = Number(header, 18), none = 0;
        byte[] extra = Read(at + LocalLength + nameLength, Short(header, 28));
        Widen(extra, ref unpacked, ref packed, ref none);
        string name = ZipMember.Decode(Read(at + LocalLength, nameLength), flags);
        return new ZipMember(name, flags, Short(header, 8), packed, unpacked, at + LocalLength + nameLength + Short(header, 28));
    }

    /// <summary>Bytes at a place, fewer where the archive ends.</summary>
    public byte[] Read(long at, int count)
    {
        if (at < 0 || at >= archive.Length)
        {
            return [];
        }

        byte[] bytes = new byte[Math.Min(count, archive.Length - at)];
        archive.Position = at;
        int read = archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    public static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    public static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    public static long Long(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));

    /// <summary>The 64-bit extra field holds, in this order, those of the three numbers that do not fit their own fields.</summary>
    private static void Widen(byte[] extra, ref long unpacked, ref long packed, ref long local)
    {
        for (int at = 0; at + 4 <= extra.Length; at += 4 + Short(extra, at + 2))
        {
            if (Short(extra, at) != 1)
            {
                continue;
            }

            int value = at + 4, end = Math.Min(extra.Length, value + Short(extra, at + 2));
            Take(ref unpacked);
            Take(ref packed);
            Take(ref local);
            return;

            void Take(ref long number)
            {
                if (number == In64Bits && value + 8 <= end)
                {
                    number = Math.Max(0, Long(extra, value));
                    value += 8;
                }
            }
        }
    }
}
