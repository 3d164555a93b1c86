namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds tokens of Telegram's bots that fill a line: eight to ten digits, a colon, 35 characters.</summary>
internal sealed class TelegramPlugin() : Plugin("TelegramBotTokenDetector", "Telegram Bot Token")
{
    private const int KeyLength = 35;

    public override void Find(PluginLine line, List<Capture> found)
    {
        string text = line.Text;
        int colon = text.Length - KeyLength - 1;
        if (colon is >= 8 and <= 10 && text[colon] == ':' && text.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            && text.AsSpan(colon + 1).IndexOfAnyExcept(TokenFormat.UrlSafe) < 0)
        {
            found.Add(new Capture(text));
        }
    }
}
