using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

/// <summary>What holds for every rule that needs a word near the value.</summary>
public sealed class NamedTokenTests
{
    public static TheoryData<string> Slugs => [.. Named.Select(rule => rule.Slug)];

    private static IEnumerable<Rule> Named => Catalogue.Default.Rules.Where(rule => rule.Near.Count > 0);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Words_AreLowerCaseAndLongEnoughToMeanSomething(string slug)
    {
        Rule rule = Named.Single(rule => rule.Slug == slug);
        rule.Near.ShouldAllBe(word => word.Length >= 3 && !word.Any(char.IsUpper));
        rule.Provider.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Example_MatchesItsPatternAsAWhole(string slug)
    {
        Rule rule = Named.Single(rule => rule.Slug == slug);
        var random = new Random(11);
        for (int i = 0; i < 20; i++)
        {
            byte[] example = Encoding.ASCII.GetBytes(rule.MakeExample(random));
            rule.Patterns.ShouldContain(pattern => pattern.IsMatch(example));
        }
    }
}
