using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.KeyMaterial;

public sealed class SeedRulesTests
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static readonly Random Random = new(14);

    public static TheoryData<string> Slugs => [.. SeedRules.All.Select(rule => rule.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Seed_WithOneCharacterChanged_IsSilent(string slug)
    {
        Rule rule = SeedRules.All.Single(rule => rule.Slug == slug);
        string word = rule.Near.Count > 0 ? rule.Near[0] : "key";
        for (int i = 0; i < 20; i++)
        {
            string seed = rule.MakeExample(Random);
            Scan.Finds($"{word} = \"{seed}\"", slug, Confidence.VeryHigh, seed);
            int at = seed.Length - 8;
            string broken = seed[..at] + (seed[at] == '7' ? '4' : '7') + seed[(at + 1)..];
            Scan.All($"{word} = \"{broken}\"").ShouldNotContain(match => match.Rule.Slug == slug);
        }
    }

    [Fact]
    public void Seed_WithoutALiteral_NeedsAWordOnItsLine()
    {
        Rule stellar = SeedRules.All.Single(rule => rule.Slug == "stellar-secret-seed");
        Scan.Silent($"value = \"{stellar.MakeExample(Random)}\"");
        Scan.Silent($"# stellar\nvalue = \"{stellar.MakeExample(Random)}\"");
    }

    /// <summary>Valid strings of BIP 173: they hold no data.</summary>
    [Theory]
    [InlineData("A12UEL5L", true)]
    [InlineData("a12uel5l", true)]
    [InlineData("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", true)]
    [InlineData("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx", false)]
    [InlineData("A1G7SGD8", false)]
    public void Bech32_AgreesWithTheSpecification(string text, bool valid) =>
        new Bech32Checksum().Check(Encoding.ASCII.GetBytes(text)).ShouldBe(valid ? Validity.Valid : Validity.Invalid);

    [Fact]
    public void Base58_AgreesWithBigIntegers()
    {
        byte[] payload = [0x80, .. KeyExamples.Bytes(Random, 32), 1];
        byte[] whole = [.. payload, .. SHA256.HashData(SHA256.HashData(payload))[..4]];
        var number = new BigInteger(whole, isUnsigned: true, isBigEndian: true);
        string text = "";
        for (; number > 0; number /= 58)
        {
            text = Base58[(int)(number % 58)] + text;
        }

        Base58Checksum.Encode([0x80], payload.AsSpan(1)).ShouldBe(text);
        new Base58Checksum(38).Check(Encoding.ASCII.GetBytes(text)).ShouldBe(Validity.Valid);
    }

    [Fact]
    public void NKeySeed_CarriesTheCrcOfXmodem()
    {
        // CRC-16/XMODEM of "123456789" is 0x31C3.
        byte[] bytes = [.. "123456789"u8, 0xC3, 0x31];
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true) << 2;
        string text = string.Concat(Enumerable.Range(0, 18).Select(i => Digits[(int)(number >> (85 - 5 * i) & 31)]));
        new Crc16Base32Checksum(bytes.Length).Check(Encoding.ASCII.GetBytes(text)).ShouldBe(Validity.Valid);
        new Crc16Base32Checksum(bytes.Length).Seal(text[..14] + "AAAA").Length.ShouldBe(text.Length);
    }
}
