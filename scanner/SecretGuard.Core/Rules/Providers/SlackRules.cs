using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens, session values and webhooks of Slack. Ids of teams, users and apps have grown over the years, so their lengths vary.</summary>
internal static class SlackRules
{
    private const string Id = "[0-9]{10,13}";

    private static readonly Issuer Slack = new("Slack", "https://api.slack.com/concepts/token-types") { Advice = "Revoke it with the method auth.revoke, or regenerate it in the app's settings at https://api.slack.com/apps." };

    private static readonly Issuer Session = new("Slack", "https://slack.com/help/articles/214613347-Sign-out-of-Slack") { Advice = "Sign the user out of all sessions in the account settings of the workspace." };

    private static readonly Issuer Webhook = new("Slack", "https://api.slack.com/messaging/webhooks") { Advice = "Remove the webhook in the app's or workflow's settings and make a new one." };

    public static Rule[] All =>
    [
        Slack.Token("slack-bot-token", "Slack bot token", Severity.High, $"xoxb-{Id}-{Id}-[0-9A-Za-z]{{24}}", $"xoxb-{Id}-[0-9A-Za-z]{{24}}"),
        Slack.Token("slack-user-token", "Slack user token", Severity.High,
            $"xoxp-{Id}-{Id}-{Id}-[0-9a-f]{{32}}", $"xoxp-{Id}-{Id}-{Id}-[0-9a-f]{{10}}"),
        Slack.Token("slack-workspace-token", "Slack workspace token (legacy)", Severity.High, $"(xoxa|xoxr)-(2-)?{Id}-{Id}-{Id}-[0-9a-f]{{32}}"),
        Slack.Token("slack-legacy-token", "Slack legacy token", Severity.High, $"(xoxo|xoxs)-{Id}-{Id}-{Id}-[0-9a-f]{{10}}"),
        Slack.Token("slack-rotating-access-token", "Slack rotating access token", Severity.High, "xoxe\\.xox[bp]-1-[0-9A-Za-z]{163,170}"),
        Slack.Token("slack-refresh-token", "Slack refresh token", Severity.High, "xoxe-1-[0-9A-Za-z]{146,148}"),
        Slack.Token("slack-app-token", "Slack app-level token", Severity.High, "xapp-1-A[0-9A-Z]{8,11}-" + Id + "-" + Formats.Hex64),
        Slack.Near("slack-signing-secret", "Slack signing or client secret", Severity.Medium, ["slack"], Formats.Hex32),
        Session.Token("slack-session-token", "Slack session token", Severity.High, $"xoxc-{Id}-{Id}-{Id}-{Formats.Hex64}"),
        Session.Token("slack-session-cookie", "Slack session cookie", Severity.High, "xoxd-[0-9A-Za-z%+/_-]{100,220}"),
        Webhook.Token("slack-webhook", "Slack incoming webhook", Severity.Medium,
            "https://hooks\\.slack(-gov)?\\.com/services/T[0-9A-Z]{8,11}/B[0-9A-Z]{8,11}/[0-9A-Za-z]{24}"),
        Webhook.Token("slack-workflow-webhook", "Slack workflow webhook", Severity.Medium,
            "https://hooks\\.slack\\.com/workflows/T[0-9A-Z]{8,11}/A[0-9A-Z]{8,11}/[0-9]{17,19}/[0-9A-Za-z]{24}", "https://hooks\\.slack\\.com/triggers/[ET][0-9A-Z]{8,11}/" + Id + "/" + Formats.Hex32),
    ];
}
