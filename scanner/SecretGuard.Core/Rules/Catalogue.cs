using SecretGuard.Detection;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Rules.Providers;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() =>
    {
        Rule[] rules = [.. Families().SelectMany(family => family)];
        return new RuleSet(rules, [.. Matchers(rules)]);
    });

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        GitHubRules.All,
        GenericRules.All,
    ];

    /// <summary>What finds the kinds that no format of their own tells.</summary>
    private static IEnumerable<Matcher> Matchers(IReadOnlyList<Rule> rules) =>
    [
        new NamedValueMatcher(rules),
    ];
}
