using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

/// <summary>Rules that only give a generic match its kind.</summary>
public sealed class ContextualRuleTests
{
    public static TheoryData<string> Slugs => [.. Catalogue.Default.Rules.Where(rule => rule.Near.Count > 0).Select(rule => rule.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Example_HasTheRulesFormat(string slug)
    {
        Rule rule = Catalogue.Default.Rules.Single(rule => rule.Slug == slug);
        var random = new Random(11);
        for (int i = 0; i < 20; i++)
        {
            byte[] example = Encoding.ASCII.GetBytes(rule.MakeExample(random));
            rule.Patterns.ShouldContain(pattern => pattern.IsMatch(example));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Words_AreLowerCaseAndLongEnoughToTell(string slug)
    {
        Rule rule = Catalogue.Default.Rules.Single(rule => rule.Slug == slug);
        rule.Near.ShouldAllBe(word => word.Length >= 3 && !word.Any(char.IsAsciiLetterUpper));
    }
}
