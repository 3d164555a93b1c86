using System.Buffers.Binary;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>The container of OpenSSH's private keys: PROTOCOL.key in OpenSSH's sources.</summary>
internal static class OpenSshKey
{
    private static readonly byte[] Magic = [.. "openssh-key-v1\0"u8];

    /// <summary>Tells whether this is a container, and whether it is encrypted.</summary>
    public static ParsedKey Parse(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(Magic))
        {
            return ParsedKey.Unknown;
        }

        ReadOnlySpan<byte> rest = data.Slice(Magic.Length);
        if (!TryReadString(ref rest, out ReadOnlySpan<byte> cipher) || !TryReadString(ref rest, out _) || !TryReadString(ref rest, out _)
            || rest.Length < sizeof(int))
        {
            return ParsedKey.Unknown;
        }

        rest = rest.Slice(sizeof(int)); // number of keys: always 1
        bool whole = TryReadString(ref rest, out _) && TryReadString(ref rest, out ReadOnlySpan<byte> secret) && secret.Length >= 32;
        int length = data.Length - rest.Length;
        return cipher.SequenceEqual("none"u8)
            ? new ParsedKey(KeyFormat.Private, "OpenSSH key", !whole, length)
            : new ParsedKey(KeyFormat.Encrypted, "encrypted OpenSSH key", !whole, length);
    }

    private static bool TryReadString(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (data.Length < sizeof(int))
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(data);
        if (length > (uint)(data.Length - sizeof(int)))
        {
            return false;
        }

        value = data.Slice(sizeof(int), (int)length);
        data = data.Slice(sizeof(int) + (int)length);
        return true;
    }
}
