namespace SecretGuard.Detection.KeyMaterial;

/// <summary>
/// Reads the elements of DER (ITU-T X.690) one after another. Where the data ends before an element does, the element is cut and
/// <see cref="IsTruncated"/> is set: a key whose end is missing still shows what it was.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> data)
{
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Sequence = 0x30;

    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Whether an element was longer than the data.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The tag of the next element, or 0 at the end.</summary>
    public readonly byte NextTag => _rest.IsEmpty ? (byte)0 : _rest[0];

    /// <summary>Reads the next element if it has this tag.</summary>
    public bool TryRead(byte tag, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (_rest.Length < 2 || _rest[0] != tag || !TryReadLength(_rest.Slice(1), out int length, out int lengthBytes))
        {
            return false;
        }

        int start = 1 + lengthBytes;
        if (length > _rest.Length - start)
        {
            IsTruncated = true;
            length = _rest.Length - start;
        }

        value = _rest.Slice(start, length);
        _rest = _rest.Slice(start + length);
        return true;
    }

    /// <summary>Bytes of the whole first element of <paramref name="data"/>, header included, or -1 if it is no DER.</summary>
    public static int TotalLength(ReadOnlySpan<byte> data) =>
        data.Length >= 2 && TryReadLength(data.Slice(1), out int length, out int lengthBytes) ? 1 + lengthBytes + length : -1;

    /// <summary>DER lengths are minimal; up to 64 KB is enough for any key.</summary>
    private static bool TryReadLength(ReadOnlySpan<byte> data, out int length, out int bytes)
    {
        length = data[0];
        bytes = 1;
        if (length < 0x80)
        {
            return true;
        }

        if (length == 0x81 && data.Length >= 2)
        {
            (length, bytes) = (data[1], 2);
            return length >= 0x80;
        }

        if (length == 0x82 && data.Length >= 3)
        {
            (length, bytes) = (data[1] << 8 | data[2], 3);
            return length >= 0x100;
        }

        return false;
    }
}
