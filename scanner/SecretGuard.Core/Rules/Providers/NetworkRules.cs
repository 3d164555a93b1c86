using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials that let a machine join a private network or publish itself.</summary>
internal static class NetworkRules
{
    private static readonly Issuer Tailscale = new("Tailscale", "https://tailscale.com/kb/1277/key-prefixes");

    public static Rule[] All =>
    [
        TailscaleKey("tailscale-auth-key", "Tailscale auth key", Severity.Critical, "auth"),
        TailscaleKey("tailscale-api-key", "Tailscale API access token", Severity.Critical, "api"),
        TailscaleKey("tailscale-oauth-secret", "Tailscale OAuth client secret", Severity.Critical, "client"),
        TailscaleKey("tailscale-scim-key", "Tailscale SCIM key", Severity.High, "scim"),
        TailscaleKey("tailscale-webhook-secret", "Tailscale webhook secret", Severity.Low, "webhook"),
        new Issuer("NetBird", "https://docs.netbird.io/how-to/access-netbird-public-api") { Advice = "Delete it in the user's or service user's settings." }
            .Token("netbird-access-token", "NetBird access token", Severity.Critical, "nbp_[0-9A-Za-z]{36}"),
        new Issuer("ZeroTier", "https://docs.zerotier.com/api/tokens/") { Advice = "Delete it at https://my.zerotier.com/account." }
            .Near("zerotier-api-token", "ZeroTier API token", Severity.Critical, ["zerotier"], "[0-9A-Za-z]{32}"),
        new Issuer("Teleport", "https://goteleport.com/docs/reference/join-methods/") { Advice = "Remove it with 'tctl tokens rm'." }
            .Near("teleport-join-token", "Teleport join token", Severity.Critical, ["teleport"], "[0-9a-f]{32}"),
        new Issuer("ngrok", "https://ngrok.com/docs/agent/#authtokens") { Advice = "Delete it in the ngrok dashboard." }
            .Near("ngrok-token", "ngrok authtoken or API key", Severity.Medium, ["ngrok"], "[0-9A-Za-z]{27}_[0-9A-Za-z]{20,21}"),
    ];

    private static Rule TailscaleKey(string slug, string title, Severity severity, string kind) =>
        Tailscale.Advising("Revoke it at https://login.tailscale.com/admin/settings/keys.")
            .Token(slug, title, severity, $"tskey-{kind}-[0-9A-Za-z]{{10,20}}-[0-9A-Za-z]{{28,40}}");
}
