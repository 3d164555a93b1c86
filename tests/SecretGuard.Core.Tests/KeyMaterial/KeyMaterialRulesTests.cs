using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>What holds for every rule whose kind a structured matcher finds.</summary>
public sealed class KeyMaterialRulesTests
{
    public static TheoryData<string> TextRules => [.. KeyRules.All.Concat(JsonWebTokenRules.All).Select(rule => rule.Slug)];

    public static TheoryData<string> BinarySlugs => [.. BinaryRules.All.Select(rule => rule.Slug)];

    [Theory]
    [MemberData(nameof(TextRules))]
    public void Example_IsFoundAsItsKindByTheWholeCatalogue(string slug)
    {
        Rule rule = Catalogue.Default.Rules.Single(rule => rule.Slug == slug);
        var detector = new Detector(Catalogue.Default);
        var random = new Random(15);
        for (int i = 0; i < 50; i++)
        {
            string text = "\n" + rule.MakeExample(random) + "\n";
            Match match = detector.Detect(Content.FromText(text, "a.txt")).ShouldHaveSingleItem(text);
            match.Rule.Slug.ShouldBe(slug);
            ((int)match.Confidence).ShouldBeGreaterThanOrEqualTo((int)rule.Confidence);
        }
    }

    [Theory]
    [MemberData(nameof(BinarySlugs))]
    public void BinaryExample_IsFoundFromItsBytes(string slug)
    {
        Rule rule = BinaryRules.All.Single(rule => rule.Slug == slug);
        byte[] bytes = Encoding.Latin1.GetBytes(rule.MakeExample(new Random(16)));
        Match match = Scan.All(bytes).ShouldHaveSingleItem();
        match.Rule.Slug.ShouldBe(slug);
        (match.Start, match.Length).ShouldBe((0, bytes.Length));
        match.Confidence.ShouldBe(rule.Confidence == Confidence.High && slug == "strong-name-key" ? Confidence.VeryHigh : rule.Confidence);
    }
}
