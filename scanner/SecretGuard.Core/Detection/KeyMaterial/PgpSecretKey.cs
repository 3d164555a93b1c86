using System.Buffers.Binary;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>The first packet of an OpenPGP private key block (RFC 4880 and RFC 9580, section 5.5).</summary>
internal static class PgpSecretKey
{
    private const int SecretKeyTag = 5;

    /// <summary>Tells whether the packet is a secret key, and whether it is under a passphrase.</summary>
    public static ParsedKey Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length < 16 || (data[0] & 0x80) == 0)
        {
            return ParsedKey.Unknown;
        }

        bool isNew = (data[0] & 0x40) != 0;
        int tag = isNew ? data[0] & 0x3F : data[0] >> 2 & 0x0F;
        int lengthBytes = isNew ? (data[1] < 192 ? 1 : data[1] < 224 ? 2 : 5) : 1 << (data[0] & 3);
        if (tag != SecretKeyTag || lengthBytes > 5 || data[1 + lengthBytes] is < 3 or > 6)
        {
            return ParsedKey.Unknown;
        }

        // Version, four bytes of time, the algorithm; version 6 (and 5) count the public material in four more bytes.
        ReadOnlySpan<byte> body = data.Slice(1 + lengthBytes);
        int at = 6 + (body[0] >= 5 ? 4 : 0);
        return !TrySkipPublic(body[5], body, ref at) || at >= body.Length ? new ParsedKey(KeyFormat.Private, "OpenPGP secret key", IsTruncated: true)
            : body[at] == 0 ? new ParsedKey(KeyFormat.Private, "OpenPGP secret key")
            : new ParsedKey(KeyFormat.Encrypted, "encrypted OpenPGP key");
    }

    private static bool TrySkipPublic(byte algorithm, ReadOnlySpan<byte> body, ref int at) => algorithm switch
    {
        1 or 2 or 3 => TrySkipNumbers(2, body, ref at),
        16 => TrySkipNumbers(3, body, ref at),
        17 => TrySkipNumbers(4, body, ref at),
        18 => TrySkipCounted(body, ref at) && TrySkipNumbers(1, body, ref at) && TrySkipCounted(body, ref at),
        19 or 22 => TrySkipCounted(body, ref at) && TrySkipNumbers(1, body, ref at),
        25 or 27 => TrySkip(32, body, ref at),
        26 => TrySkip(56, body, ref at),
        28 => TrySkip(57, body, ref at),
        _ => false,
    };

    private static bool TrySkipNumbers(int count, ReadOnlySpan<byte> body, ref int at)
    {
        for (int i = 0; i < count; i++)
        {
            if (at + 2 > body.Length || !TrySkip(2 + (BinaryPrimitives.ReadUInt16BigEndian(body.Slice(at)) + 7) / 8, body, ref at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySkipCounted(ReadOnlySpan<byte> body, ref int at) => at < body.Length && TrySkip(1 + body[at], body, ref at);

    private static bool TrySkip(int bytes, ReadOnlySpan<byte> body, ref int at)
    {
        at += bytes;
        return at <= body.Length;
    }
}
