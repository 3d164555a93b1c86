using System.Buffers.Binary;

namespace SecretGuard.Git.Caching;

/// <summary>
/// Short hashes of ids and names under a key that was drawn for one cache: nobody who does not have it can make a file that is taken for one that was
/// looked at, as would be easy with a part of the id.
/// </summary>
/// <remarks>Multiplication to 128 bits, folded, as wyhash does it.</remarks>
internal sealed class KeyedHash
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 16;

    private readonly ulong _start;
    private readonly ulong _factor;

    public KeyedHash(ReadOnlySpan<byte> key)
    {
        Key = key.ToArray();
        _start = BinaryPrimitives.ReadUInt64LittleEndian(key);
        _factor = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]) | 1;
    }

    /// <summary>
    /// A hash of its own. The key is 122 bits of the system's generator, by way of a Guid: the framework's generator loads a cryptographic library, which takes a
    /// tenth of a short run.
    /// </summary>
    public static KeyedHash Draw() => new(Guid.NewGuid().ToByteArray());

    public byte[] Key { get; }

    /// <summary>The hash of an object.</summary>
    public ulong Of(in ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[(int)ObjectFormat.Sha256];
        bytes.Clear();
        id.CopyTo(bytes);
        return Mix(_start, bytes);
    }

    /// <summary>The hash of a file under a name.</summary>
    public ulong Of(in ObjectId id, ReadOnlySpan<byte> name) => From(Of(id), name);

    /// <summary>The hash of any bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> bytes) => From(_start, bytes);

    /// <summary>The two halves of a product, one upon the other.</summary>
    public static ulong Fold(ulong value, ulong factor)
    {
        ulong high = Math.BigMul(value, factor, out ulong low);
        return high ^ low;
    }

    private ulong From(ulong start, ReadOnlySpan<byte> bytes)
    {
        ulong hash = Fold(start ^ (ulong)bytes.Length);
        int whole = bytes.Length & ~7;
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        bytes[whole..].CopyTo(rest);
        return Mix(Mix(hash, bytes[..whole]), rest);
    }

    private ulong Mix(ulong hash, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        return hash;
    }

    private ulong Fold(ulong value) => Fold(value, _factor) ^ _start;
}
