using SecretGuard.Rules.Providers;

namespace SecretGuard.Rules;

/// <summary>Every rule that SecretGuard knows. One line a family; the families hold the rules.</summary>
public static class Catalogue
{
    private static readonly Lazy<RuleSet> Defaults = new(() => new RuleSet([.. Families().SelectMany(family => family)], []));

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default => Defaults.Value;

    private static IEnumerable<IEnumerable<Rule>> Families() =>
    [
        AmazonRules.All,
        AnalyticsRules.All,
        AnthropicRules.All,
        AutomationWebhookRules.All,
        ChatRules.All,
        ChatWebhookRules.All,
        CommerceRules.All,
        ContentRules.All,
        CrmRules.All,
        DataServiceRules.All,
        DiscordRules.All,
        FeatureFlagRules.All,
        GitHubRules.All,
        GrafanaRules.All,
        IdentityRules.All,
        LoggingRules.All,
        MailRules.All,
        ModelHostRules.All,
        ModelToolRules.All,
        MonitoringRules.All,
        OpenAIRules.All,
        PaymentRules.All,
        ProductivityRules.All,
        SentryRules.All,
        SlackRules.All,
        StripeRules.All,
        TelephonyRules.All,
    ];
}
