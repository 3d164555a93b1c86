using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials that let a machine join a private network or publish itself.</summary>
internal static class NetworkRules
{
    private static readonly Issuer Tailscale = new("Tailscale", "https://tailscale.com/kb/1277/key-prefixes");

    public static IEnumerable<Rule> All =>
    [
        TailscaleKey(Severity.Critical, "tailscale-auth-key", "Tailscale auth key", "auth"),
        TailscaleKey(Severity.Critical, "tailscale-api-key", "Tailscale API access token", "api"),
        TailscaleKey(Severity.Critical, "tailscale-oauth-secret", "Tailscale OAuth client secret", "client"),
        TailscaleKey(Severity.High, "tailscale-scim-key", "Tailscale SCIM key", "scim"),
        TailscaleKey(Severity.Low, "tailscale-webhook-secret", "Tailscale webhook secret", "webhook"),
        new Issuer("NetBird", "https://docs.netbird.io/how-to/access-netbird-public-api")
            .Token(Severity.Critical, "netbird-access-token", "NetBird access token",
            "Delete it in the user's or service user's settings.", "nbp_[0-9A-Za-z]{36}"),
        new Issuer("ZeroTier", "https://docs.zerotier.com/api/tokens/")
            .Near(Severity.Critical, "zerotier-api-token", "ZeroTier API token",
            "Delete it at https://my.zerotier.com/account.", ["zerotier"], "[0-9A-Za-z]{32}"),
        new Issuer("Teleport", "https://goteleport.com/docs/reference/join-methods/")
            .Near(Severity.Critical, "teleport-join-token", "Teleport join token",
            "Remove it with 'tctl tokens rm'.", ["teleport"], "[0-9a-f]{32}"),
        new Issuer("ngrok", "https://ngrok.com/docs/agent/#authtokens")
            .Near(Severity.Medium, "ngrok-token", "ngrok authtoken or API key",
            "Delete it in the ngrok dashboard.", ["ngrok"], "[0-9A-Za-z]{27}_[0-9A-Za-z]{20,21}"),
    ];

    private static Rule TailscaleKey(Severity severity, string slug, string title, string kind) =>
        Tailscale.Token(severity, slug, title, "Revoke it at https://login.tailscale.com/admin/settings/keys.",
            $"tskey-{kind}-[0-9A-Za-z]{{10,20}}-[0-9A-Za-z]{{28,40}}");
}
