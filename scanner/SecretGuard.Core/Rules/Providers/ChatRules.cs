using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of chat and social networks. Formats: the providers' references.</summary>
internal static class ChatRules
{
    private static readonly Issuer Telegram = new("Telegram", "https://core.telegram.org/bots/api#authorizing-your-bot") { Advice = "Send /revoke to @BotFather for the bot." };
    private static readonly Issuer Meta = new("Meta", "https://developers.facebook.com/docs/facebook-login/guides/access-tokens") { Advice = "Revoke the token in the app's settings at https://developers.facebook.com/apps, or have the user log out of the app." };
    private static readonly Issuer Instagram = new("Meta", "https://developers.facebook.com/docs/instagram-platform") { Advice = "Revoke the token in the app's settings at https://developers.facebook.com/apps." };
    private static readonly Issuer X = new("X", "https://developer.x.com/en/docs/authentication/overview") { Advice = "Regenerate the keys at https://developer.x.com/en/portal/dashboard." };
    private static readonly Issuer LinkedIn = new("LinkedIn", "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication") { Advice = "Generate a new secret on the app's Auth page at https://www.linkedin.com/developers/apps." };
    private static readonly Issuer Bluesky = new("Bluesky") { Advice = "Delete the app password at https://bsky.app/settings/app-passwords." };
    private static readonly Issuer Gitter = new("Gitter") { Advice = "Log out of all sessions of the account." };
    private static readonly Issuer Mastodon = new("Mastodon", "https://docs.joinmastodon.org/client/token/") { Advice = "Regenerate the token under Preferences, Development." };
    private static readonly Issuer Reddit = new("Reddit") { Advice = "Delete the app at https://www.reddit.com/prefs/apps and make a new one." };
    private static readonly Issuer Line = new("LINE", "https://developers.line.biz/en/docs/basics/channel-access-token/") { Advice = "Reissue the token in the LINE Developers Console." };
    private static readonly Issuer Mattermost = new("Mattermost", "https://developers.mattermost.com/integrate/reference/personal-access-token/") { Advice = "Revoke the token under Profile, Security." };
    private static readonly Issuer RocketChat = new("Rocket.Chat") { Advice = "Remove the token under My Account, Personal Access Tokens." };
    private static readonly Issuer Zulip = new("Zulip", "https://zulip.com/api/api-keys") { Advice = "Generate a new key under Personal settings, Account & privacy, or in the bot's settings." };
    private static readonly Issuer Webex = new("Webex", "https://developer.webex.com/docs/bots") { Advice = "Regenerate the token of the bot at https://developer.webex.com/my-apps." };
    private static readonly Issuer Zoom = new("Zoom", "https://developers.zoom.us/docs/internal-apps/s2s-oauth/") { Advice = "Regenerate the secret on the app's credentials page at https://marketplace.zoom.us." };
    private static readonly Issuer Twitch = new("Twitch", "https://dev.twitch.tv/docs/authentication/") { Advice = "Make a new secret at https://dev.twitch.tv/console/apps, or revoke the token with POST https://id.twitch.tv/oauth2/revoke." };

    public static Rule[] All =>
    [
        Telegram.Token("telegram-bot-token", "Telegram bot token", Severity.High, "[0-9]{8,10}:AA[0-9A-Za-z_-]{33}", "bot[0-9]{8,10}:AA[0-9A-Za-z_-]{33}"),
        Meta.Token("facebook-access-token", "Facebook access token", Severity.High, "EAA[A-Z][0-9A-Za-z]{100,240}"),
        Meta.Near("facebook-app-secret", "Facebook app secret", Severity.High, ["facebook", "fb_app", "fb_secret", "fb_client"], Formats.Hex32),
        Instagram.Token("instagram-access-token", "Instagram access token", Severity.High,
            "IGA[AQ][0-9A-Za-z_-]{130,240}", "IGQV[0-9A-Za-z_-]{130,240}"),
        X.Token("x-bearer-token", "X (Twitter) bearer token", Severity.High, "AAAAAAAAAAAAAAAAAAAAA[0-9A-Za-z%]{80,100}"),
        X.Near("x-access-token", "X (Twitter) access token", Severity.High, ["twitter", "x_access", "tweet"], "[0-9]{8,20}-[0-9A-Za-z]{40}"),
        X.Near("x-access-token-secret", "X (Twitter) access token secret", Severity.High, ["twitter", "x_access", "tweet"], "[0-9A-Za-z]{45}"),
        X.Near("x-consumer-secret", "X (Twitter) consumer secret", Severity.High, ["twitter", "tweet"], "[0-9A-Za-z]{50}"),
        LinkedIn.Token("linkedin-client-secret", "LinkedIn client secret", Severity.High, "WPL_AP[01]\\.[0-9A-Za-z]{16}\\.[0-9A-Za-z+/]{6}=="),
        LinkedIn.Near("linkedin-legacy-client-secret", "LinkedIn client secret (legacy)", Severity.High, ["linkedin"], "[0-9A-Za-z]{16}"),
        LinkedIn.Near("linkedin-access-token", "LinkedIn access token", Severity.High, ["linkedin"], "AQ[UVWXYZ][0-9A-Za-z_-]{150,500}"),
        Line.Near("line-channel-token", "LINE channel access token", Severity.High,
            ["line_channel", "line_token", "line_access", "linebot", "line_bot", "channel_access_token", "channelaccesstoken"], "[0-9A-Za-z+/]{160,180}="),
        Mattermost.Near("mattermost-access-token", "Mattermost access token", Severity.High, ["mattermost"], "[0-9a-z]{26}"),
        RocketChat.Near("rocket-chat-token", "Rocket.Chat personal access token", Severity.High,
            ["rocket.chat", "rocketchat", "rocket_chat"], "[0-9A-Za-z_-]{43}"),
        Zulip.Near("zulip-api-key", "Zulip API key", Severity.High, ["zulip"], "[0-9A-Za-z]{32}"),
        Webex.Near("webex-bot-token", "Webex bot token", Severity.High, ["webex", "ciscospark"], "[0-9A-Za-z]{64}_[0-9A-Za-z]{4}_" + Formats.Uuid),
        Zoom.Near("zoom-client-secret", "Zoom client secret", Severity.High, ["zoom_"], "[0-9A-Za-z]{32}"),
        Bluesky.Near("bluesky-app-password", "Bluesky app password", Severity.High,
            ["bluesky", "bsky"], "[2-7a-z]{4}-[2-7a-z]{4}-[2-7a-z]{4}-[2-7a-z]{4}"),
        Gitter.Near("gitter-access-token", "Gitter access token", Severity.Medium, ["gitter"], Formats.Hex40),
        Mastodon.Near("mastodon-access-token", "Mastodon access token", Severity.High, ["mastodon"], "[0-9A-Za-z_-]{43}"),
        Reddit.Near("reddit-client-secret", "Reddit client secret", Severity.Medium, ["reddit"], "[0-9A-Za-z_-]{27,30}"),
        Twitch.Near("twitch-token", "Twitch token or client secret", Severity.High, ["twitch"], "[0-9a-z]{30}"),
    ];
}
