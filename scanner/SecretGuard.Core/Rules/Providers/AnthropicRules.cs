using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys and session tokens of Anthropic: one length, <c>AA</c> at the end.</summary>
internal static class AnthropicRules
{
    private const string Body = "[0-9A-Za-z_-]{93}AA";

    private static readonly Issuer Anthropic = new("Anthropic", "https://docs.anthropic.com/en/api/overview") { Advice = "Delete the key at https://console.anthropic.com/settings/keys and check the usage page for calls that are not yours." };

    private static readonly Issuer Session = new("Anthropic", "https://docs.anthropic.com/en/api/overview") { Advice = "Log the account out of all devices in its settings." };

    public static Rule[] All =>
    [
        Anthropic.Token("anthropic-api-key", "Anthropic API key", Severity.High, "sk-ant-api03-" + Body),
        Anthropic.Token("anthropic-admin-key", "Anthropic admin key", Severity.Critical, "sk-ant-admin01-" + Body),
        Session.Token("anthropic-oauth-access-token", "Anthropic OAuth access token", Severity.High, "sk-ant-oat01-" + Body),
        Session.Token("anthropic-oauth-refresh-token", "Anthropic OAuth refresh token", Severity.High, "sk-ant-ort01-" + Body),
        Session.Token("anthropic-session-key", "Anthropic session key", Severity.High, "sk-ant-sid0[12]-" + Body),
    ];
}
