using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Rules.Providers;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() => new RuleSet([.. Families().SelectMany(family => family)], [.. Structured()]));

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        GitHubRules.All,
        KeyRules.All,
        SeedRules.All,
        BinaryRules.All,
        JsonWebTokenRules.All,
    ];

    private static IEnumerable<Matcher> Structured() => [.. KeyRules.Matchers, .. SeedRules.Matchers, new JsonWebTokenMatcher()];
}
