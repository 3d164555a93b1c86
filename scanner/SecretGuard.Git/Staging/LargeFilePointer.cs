using System.Text;

namespace SecretGuard.Git;

/// <summary>What git holds in place of a file that Git LFS keeps (the LFS specification: "The Pointer"): lines of a key and a value, the version first.</summary>
/// <param name="Id">The SHA-256 of the file, 64 hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record LargeFilePointer(string Id, long Size)
{
    /// <summary>Pointers are smaller, so that nothing larger need be tried.</summary>
    private const int Longest = 1024;

    private static readonly string[] Versions = ["version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/"];

    /// <summary>Reads a blob; null where it is a file of its own.</summary>
    public static LargeFilePointer? TryParse(ReadOnlySpan<byte> blob)
    {
        if (blob.Length >= Longest || !blob.StartsWith("version "u8))
        {
            return null;
        }

        return Parse(Encoding.UTF8.GetString(blob).Split('\n', StringSplitOptions.TrimEntries));
    }

    private static LargeFilePointer? Parse(string[] lines)
    {
        const string IdKey = "oid sha256:", SizeKey = "size ";
        string? id = Array.Find(lines, line => line.StartsWith(IdKey, StringComparison.Ordinal))?[IdKey.Length..];
        string? size = Array.Find(lines, line => line.StartsWith(SizeKey, StringComparison.Ordinal))?[SizeKey.Length..];
        return Array.Exists(Versions, version => lines[0].StartsWith(version, StringComparison.Ordinal))
            && id is { Length: 64 } && id.All(char.IsAsciiHexDigitLower)
            && long.TryParse(size, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long length)
            ? new LargeFilePointer(id, length)
            : null;
    }

    /// <summary>Where the file lies, if it is here.</summary>
    /// <param name="layout">The repository.</param>
    public string FileIn(RepositoryLayout layout) => Path.Combine(layout.CommonDirectory, "lfs", "objects", Id[..2], Id[2..4], Id);
}
