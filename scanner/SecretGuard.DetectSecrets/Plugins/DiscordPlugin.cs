namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds tokens of Discord's bots: an id of 24 to 26 characters that begins with M, N or O, six characters, 27 characters.</summary>
internal sealed class DiscordPlugin() : Plugin("DiscordBotTokenDetector", "Discord Bot Token")
{
    private const int Middle = 6, Tail = 27, ShortestHead = 24, LongestHead = 26;

    public override void Find(PluginLine line, List<Capture> found)
    {
        string text = line.Text;
        int from = 0;
        for (int dot = text.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            int second = dot + 1 + Middle, end = second + 1 + Tail;
            if (end > text.Length || text[second] != '.' || !IsPlain(text, dot + 1, Middle) || !IsPlain(text, second + 1, Tail))
            {
                continue;
            }

            for (int head = LongestHead; head >= ShortestHead; head--)
            {
                int start = dot - head;
                if (start >= from && text[start] is 'M' or 'N' or 'O' && IsPlain(text, start, head))
                {
                    found.Add(new Capture(text[start..end]));
                    from = end;
                    break;
                }
            }
        }
    }

    private static bool IsPlain(string text, int start, int length) => text.AsSpan(start, length).IndexOfAnyExcept(TokenFormat.UrlSafe) < 0;
}
