using System.Buffers.Binary;
using System.Security.Cryptography;

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

    /// <summary>A hash of its own.</summary>
    public static KeyedHash Draw() => new(RandomNumberGenerator.GetBytes(KeyLength));

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
    public ulong Of(in ObjectId id, ReadOnlySpan<byte> name)
    {
        ulong hash = Fold(Of(id) ^ (ulong)name.Length);
        int whole = name.Length & ~7;
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        name[whole..].CopyTo(rest);
        return Mix(Mix(hash, name[..whole]), rest);
    }

    private ulong Mix(ulong hash, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        return hash;
    }

    private ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, _factor, out ulong low);
        return high ^ low ^ _start;
    }
}
