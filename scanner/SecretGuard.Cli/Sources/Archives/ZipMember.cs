using System.IO.Compression;
using System.Text;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>A file in a zip archive, as its header states it.</summary>
/// <param name="Name">Its name, as written.</param>
/// <param name="Flags">General purpose bits.</param>
/// <param name="Method">0 is stored, 8 is deflated.</param>
/// <param name="Packed">Bytes in the archive.</param>
/// <param name="Unpacked">Bytes of the file, or -1 where it is not known.</param>
/// <param name="Start">Where its bytes begin.</param>
internal sealed record ZipMember(string Name, int Flags, int Method, long Packed, long Unpacked, long Start)
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int EncryptedFlag = 1;
    private const int Utf8Flag = 1 << 11;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool IsFolder => Name.EndsWith('/');

    /// <summary>Why it cannot be read, or null. Nothing of a member that states itself to be a bomb is unpacked.</summary>
    public ArchiveProblem? Hindrance => (Flags & EncryptedFlag) != 0 ? ArchiveProblem.Encrypted
        : Method is not (Stored or Deflated) ? ArchiveProblem.UnknownMethod
        : ArchiveLimits.IsBomb(Packed, Unpacked) ? ArchiveProblem.Bomb
        : null;

    /// <summary>Hands what it unpacks to to <paramref name="read"/>.</summary>
    public void Unpack(Stream archive, ArchiveBudget budget, Action<Stream> read)
    {
        using var slice = new SliceStream(archive, Start, Packed);
        using var inflated = new DeflateStream(slice, CompressionMode.Decompress);
        using var metered = new MeteredStream(Method == Deflated ? inflated : slice, budget, () => Packed);
        read(metered);
    }

    /// <summary>A name: UTF-8 where it says so or happens to be; otherwise some code page, of which ASCII is what counts.</summary>
    public static string Decode(byte[] name, int flags)
    {
        try
        {
            return ((flags & Utf8Flag) != 0 ? Encoding.UTF8 : StrictUtf8).GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }
}
