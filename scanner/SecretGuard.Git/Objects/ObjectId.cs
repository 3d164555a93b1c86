using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace SecretGuard.Git;

/// <summary>How a repository names its objects; the value is the length of an id in bytes.</summary>
public enum ObjectFormat : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>SHA-1: 20 bytes.</summary>
    Sha1 = 20,

    /// <summary>SHA-256: 32 bytes.</summary>
    Sha256 = 32,
}

/// <summary>The name of an object: 20 or 32 bytes, by value. The default is no id at all.</summary>
public readonly struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    private const string HexDigits = "0123456789abcdef";

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;
    private readonly byte _length;

    /// <summary>The id that these bytes are.</summary>
    /// <param name="bytes">20 or 32 bytes.</param>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public ObjectId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not ((int)ObjectFormat.Sha1 or (int)ObjectFormat.Sha256))
        {
            throw new ArgumentException($"an object id has 20 or 32 bytes, not {bytes.Length}", nameof(bytes));
        }

        _length = (byte)bytes.Length;
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        if (bytes.Length == (int)ObjectFormat.Sha1)
        {
            _c = (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]) << 32;
        }
        else
        {
            _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
            _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
        }
    }

    /// <summary>Length in bytes; 0 for the default.</summary>
    public int Length => _length;

    /// <summary>Whether this is no id: the default, or git's zeros.</summary>
    public bool IsZero => (_a | _b | _c | _d) == 0;

    /// <summary>The first eight bytes as a number: as good as a hash.</summary>
    internal ulong Prefix => _a;

    /// <summary>Reads 40 or 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ObjectId id)
    {
        Span<byte> ascii = stackalloc byte[64];
        if (text.Length <= 64 && System.Text.Ascii.FromUtf16(text, ascii, out int written) == System.Buffers.OperationStatus.Done)
        {
            return TryParse(ascii[..written], out id);
        }

        id = default;
        return false;
    }

    /// <summary>Reads 40 or 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ObjectId id)
    {
        id = default;
        if (text.Length is not (40 or 64))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[text.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            int high = HexDigit(text[2 * i]);
            int low = HexDigit(text[(2 * i) + 1]);
            if ((high | low) < 0)
            {
                return false;
            }

            bytes[i] = (byte)((high << 4) | low);
        }

        id = new ObjectId(bytes);
        return true;
    }

    /// <summary>Writes the bytes of the id.</summary>
    /// <param name="target">At least <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> target)
    {
        Span<byte> all = stackalloc byte[32];
        BinaryPrimitives.WriteUInt64BigEndian(all, _a);
        BinaryPrimitives.WriteUInt64BigEndian(all[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(all[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(all[24..], _d);
        all[.._length].CopyTo(target);
    }

    /// <inheritdoc/>
    public bool Equals(ObjectId other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d && _length == other._length;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ObjectId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(_a >> 32);

    /// <summary>Compares byte by byte, as git sorts.</summary>
    public int CompareTo(ObjectId other)
    {
        int order = _a.CompareTo(other._a);
        order = order != 0 ? order : _b.CompareTo(other._b);
        order = order != 0 ? order : _c.CompareTo(other._c);
        return order != 0 ? order : _d.CompareTo(other._d);
    }

    /// <summary>40 or 64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[_length];
        CopyTo(bytes);
        Span<char> digits = stackalloc char[2 * bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = HexDigits[bytes[i] >> 4];
            digits[(2 * i) + 1] = HexDigits[bytes[i] & 15];
        }

        return new string(digits);
    }

    /// <summary>Whether two ids are the same.</summary>
    public static bool operator ==(ObjectId left, ObjectId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    public static bool operator !=(ObjectId left, ObjectId right) => !left.Equals(right);

    /// <summary>Whether the left id sorts before the right one.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left id sorts before the right one or is the same.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left id sorts behind the right one.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id sorts behind the right one or is the same.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;

    private static int HexDigit(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
