using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.ConnectionStrings;
using SecretGuard.Detection.Files;
using SecretGuard.Detection.Http;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Sql;
using SecretGuard.Detection.Urls;
using SecretGuard.Detection;
using SecretGuard.Rules.Providers;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() =>
    {
        Rule[] rules = [.. Families().SelectMany(family => family)];
        return new RuleSet(rules, Structured(rules));
    });

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    /// <summary>What finds the kinds that no pattern can describe.</summary>
    private static IReadOnlyList<Matcher> Structured(IReadOnlyList<Rule> rules) =>
    [
        new CallSinkMatcher(),
        new CredentialCallMatcher(),
        new TypedInputMatcher(),
        new CharArrayMatcher(),
        new EncodedPairMatcher(),
        new NamedValueMatcher(rules),
        new CollectionMatcher(),
        new UserMapMatcher(),
        new SwitchArmMatcher(),
        new ConnectionStringMatcher(),
        new DriverAddressMatcher(),
        new LoginModuleMatcher(),
        new SchemeMatcher(),
        new AuthorizationMatcher(),
        new KeyHeaderMatcher(),
        new CookieMatcher(),
        new UserInfoMatcher(),
        new QueryMatcher(),
        new CommandMatcher(),
        new SecretOptionMatcher(),
        new PipedSecretMatcher(),
        new UserOptionMatcher(),
        new DialogueMatcher(),
        new SqlClauseMatcher(),
        new SqlCallMatcher(),
        new SettingMatcher(),
        new InsertMatcher(),
        new CredentialFileMatcher(),
        new TableMatcher(),
        new RegistryLoginMatcher(),
        new KubernetesSecretMatcher(),
        new EntryMatcher(),
        new DirectiveMatcher(),
        new LabelledValueMatcher(),
        new ProductFileMatcher(),
        new ProseLoginMatcher(),
        new SharedAccessSignatureMatcher(AzureRules.SharedAccessSignature),
        new JsonWebTokenMatcher(),
        .. KeyRules.Matchers,
        .. SeedRules.Matchers,
    ];

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        AnalyticsRules.All,
        AnthropicRules.All,
        AppHostRules.All,
        ArtifactRules.All,
        AsianCloudRules.All,
        AtlassianRules.All,
        AutomationWebhookRules.All,
        AzureKeyRules.All,
        AzureRules.All,
        BuildServiceRules.All,
        ChatRules.All,
        ChatWebhookRules.All,
        CodeQualityRules.All,
        CommerceRules.All,
        ContentRules.All,
        CrmRules.All,
        DataServiceRules.All,
        DatabaseRules.All,
        DiscordRules.All,
        EdgeRules.All,
        FeatureFlagRules.All,
        GitHubRules.All,
        GitLabRules.All,
        GoogleRules.All,
        GrafanaRules.All,
        HashiCorpRules.All,
        IdentityRules.All,
        LoggingRules.All,
        MailRules.All,
        ModelHostRules.All,
        ModelToolRules.All,
        MonitoringRules.All,
        NetworkRules.All,
        OpenAIRules.All,
        OrchestrationRules.All,
        PackageRegistryRules.All,
        PaymentRules.All,
        ProductivityRules.All,
        SecretManagerRules.All,
        SentryRules.All,
        ServerHostRules.All,
        SlackRules.All,
        SourceHostRules.All,
        StripeRules.All,
        TelephonyRules.All,
        YandexRules.All,
        KeyRules.All,
        SeedRules.All,
        BinaryRules.All,
        JsonWebTokenRules.All,
        CommandLineRules.All,
        ConnectionStringRules.All,
        FileRules.All,
        HttpRules.All,
        SqlRules.All,
        UrlRules.All,
        GenericRules.All,
    ];
}
