using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// PyPI's tokens are macaroons (binary format 2) in base 64: location, identifier, caveats, and a signature of 32 bytes. A token
/// whose packets do not add up was cut, and the check says nothing about it. Source: libmacaroons' description of the format.
/// </summary>
internal sealed class PypiMacaroonChecksum : Checksum
{
    private const string Prefix = "pypi-";
    private const byte FormatVersion = 2;
    private const int LocationStart = 3; // after the version, the packet's type and its length
    private const byte EndOfSection = 0;
    private const byte Identifier = 2;
    private const byte Signature = 6;
    private const int SignatureLength = 32;

    public override bool IsPartial => true;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[]? bytes = Base64Text.Decode(token.Slice(Prefix.Length));
        return bytes is not null && IsMacaroon(bytes) ? Validity.Valid : Validity.Unknown;
    }

    public override string Seal(string sample)
    {
        // The head of the sample already says the site; its last characters serve as identifier and signature.
        byte[] random = Encoding.ASCII.GetBytes(sample.Substring(sample.Length - SignatureLength));
        byte[] site = Base64Text.Decode(Encoding.ASCII.GetBytes(sample.Substring(Prefix.Length, 24)))!;
        ReadOnlySpan<byte> head = site.AsSpan(0, LocationStart + site[LocationStart - 1]);
        byte[] bytes = [.. head, Identifier, SignatureLength, .. random, EndOfSection, EndOfSection, Signature, SignatureLength, .. random];
        return Prefix + Base64Text.EncodeForUrl(bytes);
    }

    private static bool IsMacaroon(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[0] != FormatVersion)
        {
            return false;
        }

        int at = 1;
        while (at < bytes.Length)
        {
            byte type = bytes[at++];
            if (type == EndOfSection)
            {
                continue;
            }

            int length = ReadLength(bytes, ref at);
            if (length < 0 || at + length > bytes.Length)
            {
                return false;
            }

            at += length;
            if (type == Signature)
            {
                return length == SignatureLength && at == bytes.Length;
            }
        }

        return false;
    }

    /// <summary>A length in groups of seven bits, the lowest first; -1 where it does not end within two bytes.</summary>
    private static int ReadLength(ReadOnlySpan<byte> bytes, ref int at)
    {
        int length = 0;
        for (int shift = 0; shift <= 7 && at < bytes.Length; shift += 7)
        {
            byte group = bytes[at++];
            length |= (group & 0x7F) << shift;
            if (group < 0x80)
            {
                return length;
            }
        }

        return -1;
    }
}
