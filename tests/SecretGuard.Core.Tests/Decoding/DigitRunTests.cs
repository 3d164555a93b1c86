using System.Text;
using SecretGuard.Detection.Decoding;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>The finder of runs, against a plain reading of the definition.</summary>
public sealed class DigitRunTests
{
    [Fact]
    public void RandomTexts_GiveTheRunsOfTheDefinition_WithAndWithoutVectors()
    {
        var random = new Random(23);
        int runs = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] text = Text(random);
            List<(int, int)> expected = Expected(text);
            Runs(text, DigitRuns.TryNext).ShouldBe(expected);
            Runs(text, (ReadOnlySpan<byte> bytes, int from, out int start, out int end) => DigitRuns.TryNextScalar(bytes, from, from, out start, out end)).ShouldBe(expected);
            runs += expected.Count;
        }

        runs.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void EveryByte_IsADigitOrBreaksARun()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
        for (int value = 0; value < 256; value++)
        {
            byte[] text = [.. Enumerable.Repeat((byte)'7', 100)];
            text[50] = (byte)value;
            bool digit = value < 128 && Alphabet.Contains((char)value, StringComparison.Ordinal);
            Runs(text, DigitRuns.TryNext).Count.ShouldBe(digit ? 1 : 2);
        }
    }

    private delegate bool Finder(ReadOnlySpan<byte> text, int from, out int start, out int end);

    private static List<(int Start, int End)> Runs(byte[] text, Finder find)
    {
        var runs = new List<(int, int)>();
        for (int at = 0; find(text, at, out int start, out int end); at = end)
        {
            runs.Add((start, end));
        }

        return runs;
    }

    private static List<(int Start, int End)> Expected(byte[] text)
    {
        var runs = new List<(int, int)>();
        for (int start = 0; start < text.Length; start++)
        {
            int end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || "+/-_".Contains((char)text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            if (end - start >= DigitRuns.Shortest && text.AsSpan(start, end - start).ContainsAnyInRange((byte)'0', (byte)'9'))
            {
                runs.Add((start, end));
            }

            start = end;
        }

        return runs;
    }

    private static byte[] Text(Random random)
    {
        var text = new StringBuilder();
        while (text.Length < 200)
        {
            int length = random.Next(60);
            for (int i = 0; i < length; i++)
            {
                text.Append(random.Next(25) == 0 ? (char)random.Next('0', '9' + 1) : (char)random.Next('a', 'z' + 1));
            }

            text.Append(" .\"(é=,"[random.Next(7)]);
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
