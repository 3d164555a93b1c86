using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of product analytics. Project tokens that clients carry are public and no rules. Formats: the providers' references.</summary>
internal static class AnalyticsRules
{
    private static readonly Issuer Amplitude = new("Amplitude", "https://amplitude.com/docs/apis/authentication") { Advice = "Regenerate the secret key in the project's settings." };
    private static readonly Issuer Mixpanel = new("Mixpanel", "https://developer.mixpanel.com/reference/project-secret") { Advice = "Reset the secret in the project's settings, or delete the service account." };
    private static readonly Issuer PostHog = new("PostHog", "https://posthog.com/docs/api") { Advice = "Delete the key at https://app.posthog.com/settings/user-api-keys." };
    private static readonly Issuer Segment = new("Segment", "https://segment.com/docs/api/public-api/") { Advice = "Remove the token under Workspace settings, Access management, Tokens." };
    private static readonly Issuer Heap = new("Heap") { Advice = "Regenerate the key under Account, Manage, Privacy and security." };
    private static readonly Issuer RudderStack = new("RudderStack") { Advice = "Delete the token under Settings, Access management." };

    public static Rule[] All =>
    [
        Amplitude.Near("amplitude-secret-key", "Amplitude secret key", Severity.Medium, ["amplitude"], Formats.Hex32),
        Heap.Near("heap-api-key", "Heap API key", Severity.Medium, ["heap_api", "heapanalytics", "heap_key"], "[0-9a-z]{32}"),
        Mixpanel.Near("mixpanel-secret", "Mixpanel secret", Severity.Medium, ["mixpanel"], "[0-9A-Za-z]{32}"),
        PostHog.Token("posthog-personal-api-key", "PostHog personal API key", Severity.High, "phx_[0-9A-Za-z]{43,48}"),
        PostHog.Token("posthog-feature-flag-key", "PostHog feature flags secure key", Severity.Medium, "phs_[0-9A-Za-z]{43,48}"),
        PostHog.Token("posthog-oauth-token", "PostHog OAuth token", Severity.High, "(pha|phr)_[0-9A-Za-z]{40,43}"),
        RudderStack.Near("rudderstack-access-token", "RudderStack access token", Severity.High, ["rudderstack", "rudder_"], "[0-9A-Za-z]{27}"),
        Segment.Token("segment-public-api-token", "Segment Public API token", Severity.High, "sgp_[0-9A-Za-z]{64}"),
    ];
}
