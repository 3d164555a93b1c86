namespace SecretGuard.Cli.Sources.Archives;

/// <summary>What the first bytes of a file say about members in it.</summary>
internal enum ArchiveKind
{
    /// <summary>No archive.</summary>
    None,

    /// <summary>PKWARE's format and all that is built on it: nupkg, jar, apk, whl, docx, vsix.</summary>
    Zip,

    /// <summary>POSIX and GNU tape archives, saved container images among them.</summary>
    Tar,

    /// <summary>One compressed file (RFC 1952), often a <see cref="Tar"/>.</summary>
    Gzip,

    /// <summary>A packing that is recognised but not read: see <see cref="ArchiveKinds.NameOf"/>.</summary>
    Foreign,
}

/// <summary>Tells the kind by content: names lie, and nested archives often have none.</summary>
internal static class ArchiveKinds
{
    /// <summary>How many bytes decide: a tar header.</summary>
    public const int HeadLength = 512;

    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;

    /// <summary>The kind of what begins with these bytes.</summary>
    public static ArchiveKind Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? ArchiveKind.Zip
        : head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? ArchiveKind.Gzip
        : NameOf(head) is not null ? ArchiveKind.Foreign
        : IsTarHeader(head) ? ArchiveKind.Tar
        : ArchiveKind.None;

    /// <summary>The name of a packing that is not read, or null.</summary>
    public static string? NameOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) ? "xz"
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "Zstandard"
        : head.StartsWith("BZh"u8) && head.Length > 10 && head[4..].StartsWith((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) ? "bzip2"
        : head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]) ? "7-Zip"
        : head.StartsWith("Rar!\u001A\u0007"u8) ? "RAR"
        : null;

    /// <summary>Every tar dialect has the sum of the header's bytes, its own field taken as spaces, in octal at 148; the magic word came later.</summary>
    private static bool IsTarHeader(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength || head[0] == 0)
        {
            return false;
        }

        int stated = 0, digits = 0;
        foreach (byte b in head.Slice(ChecksumAt, ChecksumLength))
        {
            if (b is >= (byte)'0' and <= (byte)'7')
            {
                (stated, digits) = ((stated * 8) + b - '0', digits + 1);
            }
            else if (b is not (0 or (byte)' '))
            {
                return false;
            }
        }

        int sum = ChecksumLength * ' ';
        for (int i = 0; i < HeadLength; i++)
        {
            sum += i is >= ChecksumAt and < ChecksumAt + ChecksumLength ? 0 : head[i];
        }

        return digits > 0 && sum == stated;
    }
}
