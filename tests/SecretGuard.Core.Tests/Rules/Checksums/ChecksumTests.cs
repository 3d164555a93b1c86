using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules.Checksums;

/// <summary>What holds for every checksum of the catalogue.</summary>
public sealed class ChecksumTests
{
    public static TheoryData<string> Slugs => [.. Catalogue.Default.Rules.Where(rule => rule.Checksum is not null).Select(rule => rule.Slug)];

    public static TheoryData<string> StrictSlugs => [.. Catalogue.Default.Rules.Where(rule => rule.Checksum is { IsPartial: false }).Select(rule => rule.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void SealedSample_IsValidAndHasTheRulesFormat(string slug)
    {
        Rule rule = Rule(slug);
        var random = new Random(5);
        for (int i = 0; i < 100; i++)
        {
            byte[] token = Encoding.ASCII.GetBytes(rule.MakeExample(random));
            rule.Checksum!.Check(token).ShouldBe(Validity.Valid);
            rule.Patterns.ShouldContain(pattern => pattern.IsMatch(token));
        }
    }

    [Theory]
    [MemberData(nameof(StrictSlugs))]
    public void OneChangedCharacter_IsInvalid(string slug)
    {
        Rule rule = Rule(slug);
        var random = new Random(6);
        byte[] token = Encoding.ASCII.GetBytes(rule.MakeExample(random));
        foreach (TokenPattern pattern in rule.Patterns)
        {
            for (int i = pattern.LeadingLiteral.Length; i < token.Length; i++)
            {
                byte[] changed = [.. token];
                changed[i] = changed[i] is (byte)'B' or (byte)'b' ? (byte)'C' : (byte)'B';
                rule.Checksum!.Check(changed).ShouldBe(Validity.Invalid, $"character {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void AnyTextOfTheRulesFormat_NeverThrows(string slug)
    {
        Rule rule = Rule(slug);
        var random = new Random(7);
        foreach (TokenPattern pattern in rule.Patterns)
        {
            for (int i = 0; i < 50; i++)
            {
                byte[] token = Encoding.ASCII.GetBytes(pattern.Sample(random));
                Should.NotThrow(() => rule.Checksum!.Check(token));
            }
        }
    }

    private static Rule Rule(string slug) => Catalogue.Default.Rules.Single(rule => rule.Slug == slug);
}
