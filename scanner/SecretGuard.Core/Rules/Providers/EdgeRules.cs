using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of content delivery and DNS: Cloudflare, Fastly, Akamai.</summary>
internal static class EdgeRules
{
    private static readonly Issuer Cloudflare = new("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/");
    private static readonly Issuer Akamai = new("Akamai", "https://techdocs.akamai.com/developer/docs/set-up-authentication-credentials");

    public static IEnumerable<Rule> All =>
    [
        Cloudflare.Token(Severity.Critical, "cloudflare-global-api-key", "Cloudflare global API key",
            "Change it at https://dash.cloudflare.com/profile/api-tokens.", "cfk_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        Cloudflare.Token(Severity.High, "cloudflare-user-api-token", "Cloudflare user API token",
            "Delete it at https://dash.cloudflare.com/profile/api-tokens.", "cfut_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        Cloudflare.Token(Severity.Critical, "cloudflare-account-api-token", "Cloudflare account API token",
            "Delete it under 'Manage account > API tokens' of the dashboard.", "cfat_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        new Issuer("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/")
            .Token(Severity.High, "cloudflare-origin-ca-key", "Cloudflare Origin CA key",
            "Change it at https://dash.cloudflare.com/profile/api-tokens.", @"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}"),

        // Base 64 of {"a":"<32 hex digits>","t":"<GUID>","s":"<secret>"}.
        new Issuer("Cloudflare", "https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/")
            .Token(Severity.High, "cloudflare-tunnel-token", "Cloudflare Tunnel token",
            "Refresh the tunnel's token in the Zero Trust dashboard.",
            "eyJhIjoi[0-9A-Za-z+/]{44}LCJ0Ijoi[0-9A-Za-z+/]{48}IiwicyI6I[0-9A-Za-z+/]{40,160}[=]{0,2}"),
        new Issuer("Cloudflare", "https://developers.cloudflare.com/turnstile/get-started/")
            .Token(Severity.Medium, "cloudflare-turnstile-secret-key", "Cloudflare Turnstile secret key",
            "Rotate the secret key in the widget's settings.", "0x4AAAAAA[0-9A-Za-z_-]{26}"),
        Cloudflare.Near(Severity.High, "cloudflare-api-token-legacy", "Cloudflare API token (without prefix)",
            "Roll or delete it at https://dash.cloudflare.com/profile/api-tokens.",
            ["cloudflare", "cf_api", "cf_token", "cfapi"], "[0-9A-Za-z_-]{40}"),
        Cloudflare.Near(Severity.Critical, "cloudflare-global-api-key-legacy", "Cloudflare global API key (without prefix)",
            "Change it at https://dash.cloudflare.com/profile/api-tokens.",
            ["cloudflare", "cf_api", "x-auth-key"], "[0-9a-f]{37}"),
        new Issuer("Fastly", "https://docs.fastly.com/en/guides/using-api-tokens")
            .Near(Severity.High, "fastly-api-token", "Fastly API token",
            "Delete it at https://manage.fastly.com/account/personal/tokens.", ["fastly"], "[0-9A-Za-z_-]{32}"),
        Akamai.Token(Severity.Medium, "akamai-edgegrid-token", "Akamai EdgeGrid access or client token",
            "Deactivate the credential in Identity and Access Management.", "akab-[0-9a-z]{16}-[0-9a-z]{16}"),
        Akamai.Near(Severity.Critical, "akamai-edgegrid-client-secret", "Akamai EdgeGrid client secret",
            "Deactivate the credential in Identity and Access Management.", ["akamai", "edgegrid", "edgerc"], "[0-9A-Za-z+/]{43}="),
    ];
}
