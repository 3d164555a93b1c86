using SecretGuard.Detection;
using SecretGuard.Detection.ConnectionStrings;
using SecretGuard.Detection.Http;
using SecretGuard.Detection.Urls;
using SecretGuard.Rules.Providers;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() => new RuleSet([.. Families().SelectMany(family => family)], Structured()));

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        GitHubRules.All,
        ConnectionStringRules.All,
        HttpRules.All,
        UrlRules.All,
    ];

    private static IReadOnlyList<Matcher> Structured() =>
    [
        new ConnectionStringMatcher(),
        new DriverAddressMatcher(),
        new LoginModuleMatcher(),
        new SchemeMatcher(),
        new AuthorizationMatcher(),
        new KeyHeaderMatcher(),
        new CookieMatcher(),
        new CredentialPairMatcher(),
        new UserInfoMatcher(),
        new QueryMatcher(),
    ];
}
