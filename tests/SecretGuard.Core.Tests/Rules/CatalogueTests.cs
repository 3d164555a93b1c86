using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

/// <summary>One test set over the whole catalogue: what holds for every rule.</summary>
public sealed class CatalogueTests
{
    private const int SamplesPerRule = 20;

    private static readonly Detector Detector = new(Catalogue.Default);

    public static TheoryData<string> FormatRules =>
        [.. Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0 && rule.Near.Count == 0).Select(rule => rule.Slug)];

    public static TheoryData<string> ChecksumRules => [.. Catalogue.Default.Rules.Where(rule => rule.Checksum is not null).Select(rule => rule.Slug)];

    [Fact]
    public void Slugs_AreUniqueAndKebabCase()
    {
        IReadOnlyList<Rule> rules = Catalogue.Default.Rules;
        rules.Select(rule => rule.Slug).Distinct(StringComparer.Ordinal).Count().ShouldBe(rules.Count);
        rules.ShouldAllBe(rule => IsSlug(rule.Slug));
        rules.ShouldAllBe(rule => rule.Title.Length > 0 && rule.Advice.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(FormatRules))]
    public void Example_InQuotesUnderANeutralName_IsFoundAsItsKind(string slug)
    {
        foreach (string example in Examples(slug))
        {
            string text = $"const value = \"{example}\";\n";
            Match match = Detect(text).ShouldHaveSingleItem($"no match for an example of {slug}");
            match.Rule.Slug.ShouldBe(slug);
            Value(text, match).ShouldBe(example);
        }
    }

    [Theory]
    [MemberData(nameof(FormatRules))]
    public void Example_GluedToAWord_IsNotFoundAsItsKind(string slug)
    {
        foreach (string example in Examples(slug))
        {
            Detect($"// q7Q{example}q7Q\n").ShouldNotContain(match => match.Rule.Slug == slug);
        }
    }

    [Theory]
    [MemberData(nameof(FormatRules))]
    public void Example_OfOneRepeatedCharacter_IsTakenForAStub(string slug)
    {
        Rule rule = Rule(slug);
        if (rule.AllowsLowDiversity)
        {
            return;
        }

        foreach (TokenPattern pattern in rule.Patterns)
        {
            string stub = pattern.LeadingLiteral + new string('x', Math.Max(0, pattern.MinLength - pattern.LeadingLiteral.Length));
            Detect($"value = \"{stub}\"\n").ShouldNotContain(match => match.Rule.Slug == slug);
        }
    }

    [Theory]
    [MemberData(nameof(ChecksumRules))]
    public void Example_WithABrokenChecksum_IsNotFoundAsItsKind(string slug)
    {
        Rule rule = Rule(slug);
        foreach (string example in Examples(slug))
        {
            rule.Checksum!.Check(Encoding.ASCII.GetBytes(example)).ShouldBe(Validity.Valid);
        }

        string other = rule.Patterns[0].Sample(new Random(7));
        if (rule.Checksum!.Check(Encoding.ASCII.GetBytes(other)) == Validity.Invalid)
        {
            Detect($"const value = \"{other}\";\n").ShouldNotContain(match => match.Rule.Slug == slug);
        }
    }

    private static IEnumerable<string> Examples(string slug)
    {
        var random = new Random(slug.Aggregate(17, (hash, c) => unchecked(hash * 31 + c)));
        Rule rule = Rule(slug);
        return Enumerable.Range(0, SamplesPerRule).Select(_ => rule.MakeExample(random));
    }

    private static Rule Rule(string slug) => Catalogue.Default.Rules.Single(rule => rule.Slug == slug);

    private static IReadOnlyList<Match> Detect(string text) => Detector.Detect(Content.FromText(text, "src/sample.ts"));

    private static string Value(string text, Match match) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text), match.Start, match.Length);

    private static bool IsSlug(string slug) =>
        slug.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}
