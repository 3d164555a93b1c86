using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of content delivery and DNS: Cloudflare, Fastly, Akamai.</summary>
internal static class EdgeRules
{
    private static readonly Issuer Cloudflare = new("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/");
    private static readonly Issuer Akamai = new("Akamai", "https://techdocs.akamai.com/developer/docs/set-up-authentication-credentials");

    public static Rule[] All =>
    [
        Cloudflare.Advising("Change it at https://dash.cloudflare.com/profile/api-tokens.")
            .Token("cloudflare-global-api-key", "Cloudflare global API key", Severity.Critical, "cfk_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        Cloudflare.Advising("Delete it at https://dash.cloudflare.com/profile/api-tokens.")
            .Token("cloudflare-user-api-token", "Cloudflare user API token", Severity.High, "cfut_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        Cloudflare.Advising("Delete it under 'Manage account > API tokens' of the dashboard.")
            .Token("cloudflare-account-api-token", "Cloudflare account API token", Severity.Critical, "cfat_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        Cloudflare.Advising("Rotate the service token under 'Access > Service credentials' of the dashboard.")
            .Token("cloudflare-access-service-secret", "Cloudflare Access service token secret", Severity.High, "cfast_[0-9A-Za-z_-]{40}[0-9a-f]{8}"),
        new Issuer("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/") { Advice = "Change it at https://dash.cloudflare.com/profile/api-tokens." }
            .Token("cloudflare-origin-ca-key", "Cloudflare Origin CA key", Severity.High, @"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}"),

        // Base 64 of {"a":"<32 hex digits>","t":"<GUID>","s":"<secret>"}.
        new Issuer("Cloudflare", "https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/") { Advice = "Refresh the tunnel's token in the Zero Trust dashboard." }
            .Token("cloudflare-tunnel-token", "Cloudflare Tunnel token", Severity.High,
                "eyJhIjoi[0-9A-Za-z+/]{44}LCJ0Ijoi[0-9A-Za-z+/]{48}IiwicyI6I[0-9A-Za-z+/]{40,160}[=]{0,2}"),
        new Issuer("Cloudflare", "https://developers.cloudflare.com/turnstile/get-started/") { Advice = "Rotate the secret key in the widget's settings." }
            .Token("cloudflare-turnstile-secret-key", "Cloudflare Turnstile secret key", Severity.Medium, "0x4AAAAAA[0-9A-Za-z_-]{26}"),
        Cloudflare.Advising("Roll or delete it at https://dash.cloudflare.com/profile/api-tokens.")
            .Near("cloudflare-api-token-legacy", "Cloudflare API token (without prefix)", Severity.High,
                ["cloudflare", "cf_api", "cf_token", "cfapi"], "[0-9A-Za-z_-]{40}"),
        Cloudflare.Advising("Change it at https://dash.cloudflare.com/profile/api-tokens.")
            .Near("cloudflare-global-api-key-legacy", "Cloudflare global API key (without prefix)", Severity.Critical,
                ["cloudflare", "cf_api", "x-auth-key"], "[0-9a-f]{37}"),
        new Issuer("Fastly", "https://docs.fastly.com/en/guides/using-api-tokens") { Advice = "Delete it at https://manage.fastly.com/account/personal/tokens." }
            .Near("fastly-api-token", "Fastly API token", Severity.High, ["fastly"], "[0-9A-Za-z_-]{32}"),
        Akamai.Advising("Deactivate the credential in Identity and Access Management.")
            .Token("akamai-edgegrid-token", "Akamai EdgeGrid access or client token", Severity.Medium, "akab-[0-9a-z]{16}-[0-9a-z]{16}"),
        Akamai.Advising("Deactivate the credential in Identity and Access Management.")
            .Near("akamai-edgegrid-client-secret", "Akamai EdgeGrid client secret", Severity.Critical,
                ["akamai", "edgegrid", "edgerc"], "[0-9A-Za-z+/]{43}="),
    ];
}
