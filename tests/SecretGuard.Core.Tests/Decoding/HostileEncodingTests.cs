using System.Text;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Texts made to cost decoders time: four times the text may cost about four times the work. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class HostileEncodingTests
{
    private const int Size = 128 * 1024;

    public static TheoryData<string> Units =>
    [
        "A", "A1", "ABEiM0RVZneImaq7zN3u/w", "aGVsbG8gd29ybGQgaGVsbG8g", "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQg\n", "aGVsbG8gd29ybGQgaGVsbG8g ", "4142434445464748", "414243444546474841424344454647484142 ", "-1",
        "\"a\"+", "\"a\" + ", "'a' . ", "\"a\"\n ", "\"\n ", "\" + \"", "'+'", "\"a\" +\n", "\"password=\" + ",
        "\\u0041", "\\x41", "\\", "\\\\u0041", ":\\/\\/", "\\u0041\n", "%3D", "%41%42", "%", "%3A%2F%2F", "%253D", "%2541%2541", "&#x41;", "&#65;", "&", "&#x4", "0x41, ", "0x41,0x42,\n", ", 0x", "0x41,", "a\\\n", "a\\\r\nb",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void RepeatedUnit_CostsLinearTime(string unit)
    {
        string once = string.Concat(Enumerable.Repeat(unit, Size / unit.Length)), fourTimes = string.Concat(once, once, once, once);
        LinearTime.Holds(() => Row.Seconds(once), () => Row.Seconds(fourTimes), unit, mostGrowth: 9);
    }

    [Fact]
    public void EncodingsInEncodings_EndWithTheBudget()
    {
        string text = string.Concat(Enumerable.Repeat("password is asked for; ", 4000));
        for (int depth = 0; depth < 6; depth++)
        {
            text = Decoded.Base64(text);
        }

        Row.Seconds(text).ShouldBeLessThan(5);
        Decoded.Silent(text);
    }

    [Fact]
    public void RandomCutsOfEncodings_NeverThrowAndStayInsideTheText()
    {
        var random = new Random(31);
        int found = 0;
        for (int i = 0; i < 4000; i++)
        {
            string token = Decoded.Example(Decoded.Kinds[i % Decoded.Kinds.Length], i);
            string encoded = (i % 6) switch
            {
                0 => Decoded.Base64(token),
                1 => Decoded.Each(token, b => $"\\u{b:x4}"),
                2 => Decoded.Each(token, b => $"%{b:X2}"),
                3 => Decoded.Each(token, b => $"&#x{b:x};"),
                4 => Decoded.Each(token, b => $"0x{b:x2}, "),
                _ => string.Join("\" + \"", token.Chunk(5).Select(part => new string(part))),
            };
            char[] text = $"x = \"{encoded}\"".ToCharArray();
            for (int edits = random.Next(4); edits > 0; edits--)
            {
                text[random.Next(text.Length)] = (char)random.Next(256);
            }

            string cut = new(text, 0, random.Next(text.Length + 1));
            int length = Encoding.UTF8.GetByteCount(cut);
            foreach (SecretGuard.Detection.Match match in Decoded.All(cut))
            {
                (match.Start >= 0 && match.Length > 0 && match.End <= length).ShouldBeTrue(cut);
                found++;
            }
        }

        found.ShouldBeGreaterThan(100);
    }
}
