using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SecretGuard.Git.Tests;

/// <summary>Writes packs that git never would. The n-th object has an id of n, whatever it holds: nobody checks.</summary>
internal static class PackWriter
{
    public static ObjectId Id(int number)
    {
        byte[] id = new byte[20];
        id[0] = (byte)number;
        return new ObjectId(id);
    }

    public static byte[] Blob(ReadOnlySpan<byte> content) => Entry(3, content.Length, [], content);

    public static byte[] IdDelta(int source, ReadOnlySpan<byte> delta)
    {
        byte[] id = new byte[20];
        Id(source).CopyTo(id);
        return Entry(7, delta.Length, id, delta);
    }

    public static byte[] Entry(int kind, long size, ReadOnlySpan<byte> source, ReadOnlySpan<byte> data)
    {
        var entry = new MemoryStream();
        byte first = (byte)((kind << 4) | (int)(size & 15));
        size >>= 4;
        while (size > 0)
        {
            entry.WriteByte((byte)(first | 0x80));
            first = (byte)(size & 0x7F);
            size >>= 7;
        }

        entry.WriteByte(first);
        entry.Write(source);
        using (var zlib = new ZLibStream(entry, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return entry.ToArray();
    }

    public static void AddSize(List<byte> delta, long size)
    {
        for (; size > 0x7F; size >>= 7)
        {
            delta.Add((byte)(size | 0x80));
        }

        delta.Add((byte)size);
    }

    /// <summary>Copies a whole base of at most 2^24 - 1 bytes.</summary>
    public static void AddCopy(List<byte> delta, long size) => delta.AddRange([0xF0, (byte)size, (byte)(size >> 8), (byte)(size >> 16)]);

    public static void Write(string folder, byte[][] entries)
    {
        var pack = new MemoryStream();
        pack.Write("PACK"u8);
        WriteNumber(pack, 2);
        WriteNumber(pack, entries.Length);
        var index = new MemoryStream();
        index.Write([0xFF, (byte)'t', (byte)'O', (byte)'c', 0, 0, 0, 2]);
        for (int first = 0; first < 256; first++)
        {
            WriteNumber(index, Math.Min(first, entries.Length));
        }

        byte[] id = new byte[20];
        var offsets = new MemoryStream();
        for (int i = 0; i < entries.Length; i++)
        {
            Id(i + 1).CopyTo(id);
            index.Write(id);
            WriteNumber(offsets, (int)pack.Length);
            pack.Write(entries[i]);
        }

        byte[] sum = Sum(pack.ToArray());
        pack.Write(sum);
        index.Write(new byte[4 * entries.Length]);
        index.Write(offsets.ToArray());
        index.Write(sum);
        index.Write(Sum(index.ToArray()));
        string name = Path.Combine(folder, "pack-" + Convert.ToHexStringLower(sum));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(name + ".pack", pack.ToArray());
        File.WriteAllBytes(name + ".idx", index.ToArray());
    }

    /// <summary>Pack and index name the same sum; neither reader computes it.</summary>
    private static byte[] Sum(byte[] bytes) => SHA256.HashData(bytes)[..20];

    private static void WriteNumber(MemoryStream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        stream.Write(bytes);
    }
}
