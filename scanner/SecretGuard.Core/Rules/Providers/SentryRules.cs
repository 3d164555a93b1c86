using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Sentry. A DSN is public and no rule. Formats: Sentry's RFC 0091 and its command line's source.</summary>
internal static class SentryRules
{
    private static readonly Issuer Sentry = new("Sentry", "https://docs.sentry.io/account/auth-tokens/") { Advice = "Revoke the token under Settings, Auth tokens." };

    public static Rule[] All =>
    [
        Sentry.Sealed("sentry-organization-token", "Sentry organization token", Severity.High,
            new Base64JsonChecksum(
                "sntrys_".Length,
                "{\"iat\":1735689600,\"url\":\"https://sentry.io\",\"region_url\":\"https://us.sentry.io\",\"org\":\"org-********\"}"), "sntrys_eyJ[0-9A-Za-z+/]{80,500}[=]{0,2}_[0-9A-Za-z+/]{43}"),
        Sentry.Token("sentry-user-token", "Sentry user token", Severity.High, "sntryu_" + Formats.Hex64),
        Sentry.Token("sentry-integration-token", "Sentry integration token", Severity.High, "(sntrya|sntryi)_" + Formats.Hex64),
        Sentry.Near("sentry-legacy-token", "Sentry token (legacy)", Severity.High, ["sentry"], Formats.Hex64),
    ];
}
