using System.Reflection;
using SecretGuard.Rules;

namespace SecretGuard.Repo.Tests;

/// <summary>Families of rules that a reader looks for in one place.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Families">Names of the classes that hold the rules.</param>
internal sealed record RuleArea(string Title, params string[] Families)
{
    /// <summary>The rules of the area, by slug.</summary>
    public IReadOnlyList<Rule> Rules => [.. Families.SelectMany(family => RuleAreas.Declared[family]).OrderBy(rule => rule.Slug, StringComparer.Ordinal)];
}

/// <summary>The order in which documentation shows the catalogue.</summary>
internal static class RuleAreas
{
    /// <summary>The rules of every family class of Core, by the class's name. Rules with an id of their own are about references and find no secret.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Rule>> Declared { get; } = typeof(Rule).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Rules", StringComparison.Ordinal))
        .Select(type => (type.Name, All: type.GetProperty("All", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) as IReadOnlyList<Rule>))
        .Where(family => family.All?.All(rule => rule.DiagnosticId is null) == true)
        .ToDictionary(family => family.Name, family => family.All!, StringComparer.Ordinal);

    /// <summary>Every area. One line an area.</summary>
    public static IReadOnlyList<RuleArea> All { get; } =
    [
        new("Clouds and hosting", "AmazonRules", "AzureKeyRules", "AzureRules", "GoogleRules", "AsianCloudRules", "YandexRules", "ServerHostRules", "AppHostRules", "EdgeRules", "NetworkRules"),
        new("Source hosts, packages and builds", "GitHubRules", "GitLabRules", "SourceHostRules", "AtlassianRules", "PackageRegistryRules", "ArtifactRules", "BuildServiceRules", "CodeQualityRules", "FeatureFlagRules"),
        new("Secret stores, identity and infrastructure", "HashiCorpRules", "SecretManagerRules", "IdentityRules", "OrchestrationRules"),
        new("AI", "OpenAIRules", "AnthropicRules", "ModelHostRules", "ModelToolRules"),
        new("Databases and data services", "DatabaseRules", "DataServiceRules"),
        new("Monitoring, logs and analytics", "SentryRules", "GrafanaRules", "MonitoringRules", "LoggingRules", "AnalyticsRules"),
        new("Messages, mail and telephony", "SlackRules", "DiscordRules", "ChatRules", "ChatWebhookRules", "AutomationWebhookRules", "MailRules", "TelephonyRules"),
        new("Payment and commerce", "StripeRules", "PaymentRules", "CommerceRules"),
        new("Business software and content", "CrmRules", "ProductivityRules", "ContentRules"),
        new("Keys, certificates, tokens and seeds by structure", "KeyRules", "BinaryRules", "JsonWebTokenRules", "SeedRules"),
        new("Connection strings, URLs, HTTP and SQL", "ConnectionStringRules", "UrlRules", "HttpRules", "SqlRules"),
        new("Command lines and known files", "CommandLineRules", "FileRules"),
        new("Anything under a name that says secret", "GenericRules"),
    ];
}
