using System.Buffers.Binary;
using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// Microsoft's identifiable keys, first version: base 64 of random bytes, a signature of four characters, and last a Marvin32 sum
/// of all that precedes it, little endian. The seed is eight ASCII characters that name the purpose. Source: Microsoft's published
/// library for identifiable secrets.
/// </summary>
/// <param name="seeds">The purposes that share the signature; the first seals examples.</param>
internal sealed class AzureKeyChecksum(params string[] seeds) : Checksum
{
    private const int SumLength = 4;

    private readonly ulong[] _seeds = [.. seeds.Select(seed => BinaryPrimitives.ReadUInt64BigEndian(Encoding.ASCII.GetBytes(seed)))];

    /// <summary>Whether the issuer only gives out keys of letters and digits.</summary>
    public bool AlphanumericOnly { get; init; }

    /// <summary>Whether the issuer writes keys in the URL-safe alphabet.</summary>
    public bool UrlSafe { get; init; }

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[]? key = Base64Text.Decode(token);
        if (key is null || key.Length <= SumLength)
        {
            return Validity.Invalid;
        }

        ReadOnlySpan<byte> data = key.AsSpan(0, key.Length - SumLength);
        uint sum = BinaryPrimitives.ReadUInt32LittleEndian(key.AsSpan(data.Length));
        foreach (ulong seed in _seeds)
        {
            if (Marvin32.Of(data, seed) == sum)
            {
                return Validity.Valid;
            }
        }

        return Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        byte[] key = Base64Text.Decode(Encoding.ASCII.GetBytes(sample)) ?? throw new FormatException("the sample is no base 64");
        while (true)
        {
            int data = key.Length - SumLength;
            BinaryPrimitives.WriteUInt32LittleEndian(key.AsSpan(data), Marvin32.Of(key.AsSpan(0, data), _seeds[0]));
            string text = Convert.ToBase64String(key);
            if (!AlphanumericOnly || text.IndexOfAny(['+', '/']) < 0)
            {
                return UrlSafe ? text.Replace('+', '-').Replace('/', '_') : text;
            }

            key[2]++;
        }
    }
}
