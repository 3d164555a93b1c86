using SecretGuard.Detection;
using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Files;
using SecretGuard.Detection.Sql;
using SecretGuard.Rules.Providers;
using SecretGuard.Rules.Structured;

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
        CommandLineRules.All,
        SqlRules.All,
        FileRules.All,
    ];

    /// <summary>What finds the kinds that have no format of their own.</summary>
    private static IEnumerable<Matcher> Structured() =>
    [
        new CommandMatcher(),
        new SecretOptionMatcher(),
        new PipedSecretMatcher(),
        new SqlClauseMatcher(),
        new SqlCallMatcher(),
        new InsertMatcher(),
        new CredentialFileMatcher(),
        new TableMatcher(),
        new RegistryLoginMatcher(),
        new KubernetesSecretMatcher(),
        new EntryMatcher(),
        new DirectiveMatcher(),
        new LabelledValueMatcher(),
    ];
}
