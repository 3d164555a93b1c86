using System.IO.Compression;
using System.Text;
using SecretGuard.Git.Compression;

namespace SecretGuard.Git.Tests;

/// <summary>The framework's zlib is the oracle.</summary>
public sealed class InflaterTests
{
    private static readonly CompressionLevel[] Levels = [CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.Optimal, CompressionLevel.SmallestSize];

    public static TheoryData<string> Shapes => ["words", "noise", "zeros", "period", "skewed", "mixed"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stream_OfAnyLevelAndLength_GivesItsContent(string shape)
    {
        var random = new Random(7);
        foreach (int length in new[] { 0, 1, 2, 3, 7, 15, 16, 17, 31, 32, 33, 63, 255, 256, 257, 258, 259, 1000, 4095, 5552, 65535, 65536, 70_001, 400_000 })
        {
            byte[] content = Content(shape, length, random);
            foreach (CompressionLevel level in Levels)
            {
                byte[] stream = Compress(content, level);
                byte[] target = new byte[length];
                if (stream.Length == 0)
                {
                    // The framework writes nothing where nothing was written.
                    continue;
                }

                Inflater.OfThread.Inflate(stream, target, out int written).ShouldBe(InflateOutcome.Done, $"{shape} {length} {level}");
                written.ShouldBe(length);
                target.AsSpan().SequenceEqual(content).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stream_IntoAShorterTarget_GivesItsBeginning(string shape)
    {
        byte[] content = Content(shape, 3000, new Random(3));
        byte[] stream = Compress(content, CompressionLevel.Optimal);
        for (int length = 0; length < 600; length++)
        {
            byte[] target = new byte[length];
            Inflater.OfThread.Inflate(stream, target, out int written).ShouldBe(InflateOutcome.Full);
            written.ShouldBe(length);
            target.AsSpan().SequenceEqual(content.AsSpan(0, length)).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stream_CutAnywhere_IsBad(string shape)
    {
        byte[] content = Content(shape, 500, new Random(4));
        byte[] stream = Compress(content, CompressionLevel.Optimal);
        for (int length = 0; length < stream.Length; length++)
        {
            Inflater.OfThread.Inflate(stream.AsSpan(0, length), new byte[content.Length], out _).ShouldBe(InflateOutcome.Bad);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stream_WithAFlippedBit_GivesWhatZlibGives(string shape)
    {
        byte[] content = Content(shape, 400, new Random(5));
        byte[] stream = Compress(content, CompressionLevel.Optimal);
        for (int bit = 0; bit < 8 * stream.Length; bit++)
        {
            byte[] broken = [.. stream];
            broken[bit / 8] ^= (byte)(1 << (bit % 8));

            // Room for all that so few bytes can become, guarded on both sides.
            byte[] target = new byte[stream.Length * 1100];
            Array.Fill(target, (byte)0xA5);
            InflateOutcome outcome = Inflater.OfThread.Inflate(broken, target.AsSpan(100, target.Length - 200), out int written);
            target.AsSpan(0, 100).ContainsAnyExcept((byte)0xA5).ShouldBeFalse();
            target.AsSpan(target.Length - 100).ContainsAnyExcept((byte)0xA5).ShouldBeFalse();
            byte[]? expected = Decompress(broken);
            (outcome == InflateOutcome.Done ? target.AsSpan(100, written).ToArray() : null).ShouldBe(expected, $"bit {bit}");
        }
    }

    [Fact]
    public void CheckSum_IsThatOfZlib()
    {
        var random = new Random(6);
        foreach (int length in new[] { 0, 1, 15, 16, 17, 4095, 4096, 4097, 100_000 })
        {
            byte[] bytes = new byte[length];
            Array.Fill(bytes, (byte)255);
            Adler32.Compute(bytes).ShouldBe(Plain(bytes));
            random.NextBytes(bytes);
            Adler32.Compute(bytes).ShouldBe(Plain(bytes));
        }
    }

    private static uint Plain(byte[] bytes)
    {
        uint low = 1;
        uint high = 0;
        foreach (byte value in bytes)
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }

        return (high << 16) | low;
    }

    private static byte[] Content(string shape, int length, Random random)
    {
        byte[] bytes = new byte[length];
        switch (shape)
        {
            case "words":
                Encoding.ASCII.GetBytes(string.Join('\n', Story.Lines(random, 1 + (length / 10)))).AsSpan() [..length].CopyTo(bytes);
                break;
            case "noise":
                random.NextBytes(bytes);
                break;
            case "period":
                for (int i = 0; i < length; i++)
                {
                    bytes[i] = (byte)(i % (3 + (i / 1000)));
                }

                break;
            case "skewed":
                // Some bytes are far rarer than others: codes of every length.
                for (int i = 0; i < length; i++)
                {
                    bytes[i] = (byte)Math.Min(255, -Math.Log2(1 - random.NextDouble()) * 9);
                }

                break;
            case "mixed":
                for (int i = 0; i < length; i++)
                {
                    bytes[i] = (byte)((i / 700) % 2 == 0 ? random.Next(256) : 'a' + (i % 11));
                }

                break;
        }

        return bytes;
    }

    private static byte[] Compress(byte[] content, CompressionLevel level)
    {
        var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, level))
        {
            zlib.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[]? Decompress(byte[] stream)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
            var content = new MemoryStream();
            zlib.CopyTo(content);

            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
