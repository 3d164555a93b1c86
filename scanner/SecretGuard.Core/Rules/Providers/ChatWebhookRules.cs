using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>URLs that let everybody who has them post into a chat. The whole URL is the secret.</summary>
internal static class ChatWebhookRules
{
    private const string Remove = "Remove the webhook in the channel's settings and make a new one.";

    private static readonly Issuer Teams = new("Microsoft Teams", "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook") { Advice = Remove };
    private static readonly Issuer Google = new("Google", "https://developers.google.com/workspace/chat/quickstart/webhooks") { Advice = Remove };
    private static readonly Issuer Lark = new("Lark", "https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot") { Advice = Remove };
    private static readonly Issuer DingTalk = new("DingTalk", "https://open.dingtalk.com/document/robots/custom-robot-access") { Advice = Remove };
    private static readonly Issuer WeCom = new("WeCom", "https://developer.work.weixin.qq.com/document/path/91770") { Advice = Remove };

    public static Rule[] All =>
    [
        Teams.Token("teams-webhook", "Microsoft Teams incoming webhook", Severity.Medium,
            "https://[0-9A-Za-z-]{1,63}\\.webhook\\.office\\.com/webhookb2/" + Formats.Uuid + "@" + Formats.Uuid + "/IncomingWebhook/[0-9A-Za-z]{32}/" + Formats.Uuid + "(/[0-9A-Za-z_-]{40,60})?", "https://outlook\\.office(365)?\\.com/webhook/" + Formats.Uuid + "@" + Formats.Uuid + "/IncomingWebhook/[0-9A-Za-z]{32}/" + Formats.Uuid),
        Google.Token("google-chat-webhook", "Google Chat webhook", Severity.Medium,
            "https://chat\\.googleapis\\.com/v1/spaces/[0-9A-Za-z_-]{8,16}/messages\\?key=AIza[0-9A-Za-z_-]{35}&(amp;)?token=[0-9A-Za-z_-]{43}(%3D)?"),
        Lark.Token("lark-webhook", "Lark or Feishu bot webhook", Severity.Medium,
            "https://open\\.(feishu\\.cn|larksuite\\.com)/open-apis/bot/v2/hook/" + Formats.Uuid),
        DingTalk.Token("dingtalk-webhook", "DingTalk bot webhook", Severity.Medium,
            "https://oapi\\.dingtalk\\.com/robot/send\\?access_token=" + Formats.Hex64),
        DingTalk.Token("dingtalk-signing-secret", "DingTalk bot signing secret", Severity.Medium, "SEC" + Formats.Hex64),
        WeCom.Token("wecom-webhook", "WeCom bot webhook", Severity.Medium,
            "https://qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=" + Formats.Uuid),
    ];
}
