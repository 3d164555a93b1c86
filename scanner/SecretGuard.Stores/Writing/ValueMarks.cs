using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Writing;

/// <summary>Tells values apart where a store names no versions: digests under a key that lives as long as the adapter.</summary>
internal sealed class ValueMarks
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The mark of a value.</summary>
    public string Of(SecretValue value)
    {
        using var digest = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Add(digest, value);
        return Convert.ToHexString(digest.GetHashAndReset());
    }

    /// <summary>A name for writing one value over what stood there: the same for the same, so that a store that knows it writes once.</summary>
    public string TokenOf(string name, SecretValue value, Standing expected)
    {
        using var digest = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Add(digest, SecretValue.Of(name));
        Add(digest, SecretValue.Of(expected.Mark ?? ""));
        Add(digest, value);
        return new Guid(digest.GetHashAndReset().AsSpan(0, 16)).ToString();
    }

    private static void Add(IncrementalHash digest, SecretValue value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, value.Whole?.Length ?? -1 - value.Fields!.Count);
        digest.AppendData(length);
        digest.AppendData(value.Whole ?? []);
        foreach ((string name, SecretValue field) in (value.Fields ?? new Dictionary<string, SecretValue>(StringComparer.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(digest, SecretValue.Of(Encoding.UTF8.GetBytes(name)));
            Add(digest, field);
        }
    }
}
