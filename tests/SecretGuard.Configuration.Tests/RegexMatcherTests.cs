using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;
using SecretGuard.Triage;

namespace SecretGuard.Configuration.Tests;

public sealed class RegexMatcherTests
{
    private static readonly Rule Rule = new("acme", "Acme");

    [Theory]
    [InlineData("key = acme-4711", "acme-4711")]
    [InlineData("schlüssel = ACME-4711", "ACME-4711")]
    [InlineData("key = acme-47", null)]
    public void Examine_AroundAKeyword_FindsTheGroup(string text, string? expected) =>
        Find(new RegexMatcher(Rule, "(?i)= (acme-[0-9]{4})", ["acme"]), Encoding.UTF8.GetBytes(text)).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void Examine_Latin1Text_KeepsTheOffsets() =>
        Find(new RegexMatcher(Rule, "acme-[0-9]{4}", ["acme"]), Encoding.Latin1.GetBytes("schlüssel für acme-4711")).ShouldBe(["acme-4711"]);

    [Fact]
    public void Examine_SecretGroupEntropyAndPaths_AreRespected()
    {
        byte[] text = "acme:x:aaaaaaaa acme:x:a1b2c3d4"u8.ToArray();
        Find(new RegexMatcher(Rule, "acme:(x):([a-z0-9]{8})", ["acme"]) { SecretGroup = 2, MinEntropy = 2.5 }, text).ShouldBe(["a1b2c3d4"]);
        Find(new RegexMatcher(Rule, "acme:x", ["acme"]) { Paths = new GlobList([Glob.Parse("other/**")]) }, text).ShouldBeEmpty();
    }

    [Fact]
    public void Examine_WithAChecksum_DropsWhatFails()
    {
        var rule = new Rule("acme", "Acme") { Checksum = new LuhnChecksum() };
        string valid = rule.Checksum.Seal("acme-83920750"), broken = valid[..^1] + (char)('0' + (valid[^1] - '0' + 1) % 10);
        Find(new RegexMatcher(rule, "acme-[0-9]{8}", ["acme"]), Encoding.UTF8.GetBytes($"{valid} {broken}"), rule).ShouldBe([valid]);
    }

    [Fact]
    public void Examine_FarFromTheKeyword_FindsNothing() =>
        Find(new RegexMatcher(Rule, "tail-[0-9]{4}", ["acme"]), Encoding.UTF8.GetBytes("acme" + new string(' ', 3000) + "tail-4711")).ShouldBeEmpty();

    [Fact]
    public void Crc32AfterPrefix_SealedIsValid_ChangedIsNot()
    {
        var checksum = new Crc32AfterPrefixChecksum();
        string token = checksum.Seal("acme_live_0123456789abcdefABCDEF000000");
        checksum.Check(Encoding.ASCII.GetBytes(token)).ShouldBe(Validity.Valid);
        checksum.Check(Encoding.ASCII.GetBytes(token.Replace('5', '6'))).ShouldBe(Validity.Invalid);
        checksum.Check("a_b"u8).ShouldBe(Validity.Invalid);
    }

    private static IEnumerable<string> Find(RegexMatcher matcher, byte[] text, Rule? inForce = null)
    {
        var detector = new Detector(new RuleSet([inForce ?? Rule], [matcher]));
        return detector.Detect(Content.FromBytes(text, text.Length, "a.txt")).Select(match => Encoding.UTF8.GetString(text, match.Start, match.Length));
    }
}
