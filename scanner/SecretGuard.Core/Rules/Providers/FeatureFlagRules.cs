using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Server-side keys of feature flag services; mobile and client-side keys are public. Formats: the providers' references.</summary>
internal static class FeatureFlagRules
{
    private static readonly Issuer LaunchDarkly = new("LaunchDarkly", "https://launchdarkly.com/docs/sdk/concepts/client-side-server-side") { Advice = "Reset the key under Account settings, Authorization, or in the environment's settings." };
    private static readonly Issuer Flagsmith = new("Flagsmith", "https://docs.flagsmith.com/clients/server-side") { Advice = "Delete the key under the environment's SDK keys." };
    private static readonly Issuer Optimizely = new("Optimizely") { Advice = "Revoke the token under Profile, API access." };
    private static readonly Issuer Split = new("Split") { Advice = "Revoke the key under Admin settings, API keys." };
    private static readonly Issuer Statsig = new("Statsig", "https://docs.statsig.com/sdk-keys/api-keys") { Advice = "Delete the key under Project settings, Keys & environments." };
    private static readonly Issuer Unleash = new("Unleash", "https://docs.getunleash.io/reference/api-tokens-and-client-keys") { Advice = "Delete the token under Admin, API access." };

    public static Rule[] All =>
    [
        Flagsmith.Near("flagsmith-server-key", "Flagsmith server-side environment key", Severity.Medium, ["flagsmith"], "ser\\.[0-9A-Za-z]{22}"),
        LaunchDarkly.Token("launchdarkly-access-token", "LaunchDarkly API access token", Severity.High, "api-" + Formats.Uuid),
        LaunchDarkly.Token("launchdarkly-sdk-key", "LaunchDarkly SDK key", Severity.Medium, "sdk-" + Formats.Uuid),
        LaunchDarkly.Token("launchdarkly-relay-key", "LaunchDarkly relay proxy key", Severity.High, "rel-" + Formats.Uuid),
        Optimizely.Near("optimizely-token", "Optimizely personal access token", Severity.High, ["optimizely"], "2:[0-9A-Za-z_-]{48,64}"),
        Split.Near("split-api-key", "Split API key", Severity.Medium, ["split_api", "splitio", "split.io", "split_sdk"], "[0-9a-z]{48,56}"),
        Statsig.Token("statsig-server-key", "Statsig server secret key", Severity.Medium, "secret-[0-9A-Za-z]{43}"),
        Statsig.Near("statsig-console-key", "Statsig console API key", Severity.High, ["statsig"], "console-[0-9A-Za-z]{43}"),
        Unleash.Near("unleash-api-token", "Unleash API token", Severity.Medium,
            ["unleash"], "([0-9A-Za-z_-]{1,40}|\\*|\\[\\]):[0-9A-Za-z_*-]{1,40}\\.[0-9a-f]{56,64}"),
    ];
}
