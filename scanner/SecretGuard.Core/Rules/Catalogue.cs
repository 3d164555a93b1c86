using SecretGuard.Detection;
using SecretGuard.Rules.Providers;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() => new RuleSet([.. Families().SelectMany(family => family)], Structured()));

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    /// <summary>Finders of kinds that no pattern can describe.</summary>
    private static IReadOnlyList<Matcher> Structured() =>
    [
        new SharedAccessSignatureMatcher(AzureRules.SharedAccessSignature),
    ];

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        AppHostRules.All,
        ArtifactRules.All,
        AsianCloudRules.All,
        AtlassianRules.All,
        AzureKeyRules.All,
        AzureRules.All,
        BuildServiceRules.All,
        CodeQualityRules.All,
        DatabaseRules.All,
        EdgeRules.All,
        GitHubRules.All,
        GitLabRules.All,
        GoogleRules.All,
        HashiCorpRules.All,
        NetworkRules.All,
        OrchestrationRules.All,
        PackageRegistryRules.All,
        SecretManagerRules.All,
        ServerHostRules.All,
        SourceHostRules.All,
        YandexRules.All,
    ];
}
