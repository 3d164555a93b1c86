using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Tests;

public sealed class ChecksumTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100_003)]
    public void Checksum_OfPieces_IsThatOfTheWhole(int length)
    {
        byte[] bytes = Random(length);
        using var target = new MemoryStream();
        using var summed = new SummedStream(target);
        for (int at = 0, piece = 1; at < length; at += piece, piece = (piece * 3) + 1)
        {
            summed.Write(bytes.AsSpan(at, Math.Min(piece, length - at)));
        }

        summed.Finish().ShouldBe(Checksum.Of(bytes));
        target.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public void Checksum_TellsEveryChange()
    {
        byte[] bytes = Random(203);
        HashSet<string> sums = [Convert.ToHexString(Checksum.Of(bytes))];
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            sums.Add(Convert.ToHexString(Checksum.Of(bytes))).ShouldBeTrue();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (int length = 0; length < bytes.Length; length++)
        {
            sums.Add(Convert.ToHexString(Checksum.Of(bytes.AsSpan(0, length)))).ShouldBeTrue();
        }

        sums.Add(Convert.ToHexString(Checksum.Of([.. bytes, 0]))).ShouldBeTrue("what is filled up counts");
    }

    /// <summary>Values that differ little, and those that hold nothing but zeros, are told apart under any key; equal ones are equal.</summary>
    [Fact]
    public void KeyedHash_TellsValuesApart()
    {
        KeyedHash hash = KeyedHash.Draw(), other = KeyedHash.Draw();
        byte[] value = Random(40);
        List<byte[]> values = [value, .. Enumerable.Range(0, 320).Select(bit => value.Select((b, i) => i == bit / 8 ? (byte)(b ^ (1 << (bit % 8))) : b).ToArray()), .. Enumerable.Range(0, 40).Select(length => new byte[length])];
        values.Select(one => hash.Of(one)).Distinct().Count().ShouldBe(values.Count);
        hash.Of(value).ShouldBe(hash.Of([.. value]));
        other.Of(value).ShouldNotBe(hash.Of(value));
    }

    private static byte[] Random(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
