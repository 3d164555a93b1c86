using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens and webhooks of Discord. Formats: Discord's API reference.</summary>
internal static class DiscordRules
{
    private static readonly Issuer Bot = new("Discord", "https://discord.com/developers/docs/reference#authentication") { Advice = "Reset the token on the bot's page at https://discord.com/developers/applications." };

    private static readonly Issuer Webhook = new("Discord", "https://discord.com/developers/docs/resources/webhook") { Advice = "Delete the webhook under the channel's integrations, or send DELETE to its URL." };

    public static Rule[] All =>
    [
        Bot.Sealed("discord-bot-token", "Discord bot token", Severity.High, new DiscordSnowflakeChecksum(), BotToken()),
        Bot.Near("discord-client-secret", "Discord client secret", Severity.Medium, ["discord"], "[0-9A-Za-z_-]{32}"),
        Webhook.Token("discord-webhook", "Discord webhook", Severity.Medium,
            "https://(ptb\\.|canary\\.)?discord(app)?\\.com/api/(v[0-9]{1,2}/)?webhooks/[0-9]{17,20}/[0-9A-Za-z_-]{68}"),
    ];

    /// <summary>
    /// The first part is a decimal number in base64: three digits become four characters out of few. There is no prefix, so the third
    /// and the fourth digit serve as signatures: together one of a hundred literals, none of which is a part of a word.
    /// </summary>
    private static string BotToken()
    {
        const string First = "([MN][DTjz]|O[DT])";
        const string Second = "[AEIMQUYcgk]";
        const string Third = "[w-z0-5]";
        const string Group = First + Second + Third;
        string[] firsts = ["MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"];
        string thirdAndFourth = "(" + string.Join("|", firsts.SelectMany(first => "wxyz012345".Select(third => third + first))) + ")";
        return First + Second + thirdAndFourth + Second + Third + Group + Group + Group
            + $"({First}{Second}({Third}([MN][AQgw]|O[AQ])?)?)"
            + "\\.[0-9A-Za-z_-]{6}\\.([0-9A-Za-z_-]{38}|[0-9A-Za-z_-]{27})";
    }
}
