using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.Cli.Tests.Archives;

/// <summary>Makes archives in memory.</summary>
internal static class Packed
{
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Bytes)[] members) => Tar(TarEntryFormat.Pax, members);

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Bytes)[] members) => Tar(members.Select(member => Entry(format, member.Name, member.Bytes)));

    public static byte[] Tar(IEnumerable<TarEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (TarEntry entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    public static TarEntry Entry(TarEntryFormat format, string name, byte[] content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new PaxTarEntry(TarEntryType.RegularFile, name),
        };
        entry.DataStream = new MemoryStream(content);
        return entry;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    /// <summary>The SHA-256 of a blob, as images name it.</summary>
    public static string Digest(byte[] blob) => Convert.ToHexStringLower(SHA256.HashData(blob));

    /// <summary>The archive with a bit or two set at a place behind every occurrence of a signature.</summary>
    public static byte[] With(byte[] archive, uint signature, int offset, byte bits)
    {
        byte[] changed = [.. archive];
        for (int i = 0; i + offset < changed.Length; i++)
        {
            if (BitConverter.ToUInt32(archive, Math.Min(i, archive.Length - 4)) == signature)
            {
                changed[i + offset] |= bits;
            }
        }

        return changed;
    }
}
