using Spectre.Console;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>The keys, as the foot of the screen and its page of help show them.</summary>
internal static class KeyLegend
{
    /// <summary>A key, in a word, and in a sentence.</summary>
    private static readonly (string Key, string Word, string Sentence)[] Keys =
    [
        ("y", "yes", "it may be committed: no secret, or accepted. Goes into the baseline with the reason."),
        ("n", "no", "it is real. It stays a finding; the baseline keeps that somebody looked, and what is to be done."),
        ("s", "skip", "decide later"),
        ("b", "back", "the one before"),
        ("u", "undo", "take the last decision back; as often as there are some"),
        ("!", "many", "decide all that match a pattern of rule and path; B does the same"),
        ("/", "filter", "show only some rules or paths; Esc shows all again"),
        ("o", "more", "the whole advice, the issuer's page, the fingerprint"),
        ("?", "help", "this page"),
        ("q", "quit", "every decision is written already"),
    ];

    private static readonly (string Key, string Sentence)[] Moves =
    [
        ("↑ ↓", "one back or on"),
        ("PgUp PgDn", "ten back or on; Home and End: the first and the last"),
        ("← →", "other places of the same secret: they are decided with it"),
    ];

    /// <summary>The foot: as many keys a line as fit; their letters alone where there is no room for lines.</summary>
    public static void AddFoot(ScreenLines screen, bool isLow)
    {
        if (isLow)
        {
            screen.Add(string.Join(' ', Keys.Select(entry => entry.Key)), Styles.Key);
            return;
        }

        var line = new List<(string, Style)>();
        int used = 0;
        foreach ((string key, string word, _) in Keys)
        {
            string gap = line.Count == 0 ? "" : "  ", rest = $" {word}";
            if (used + gap.Length + key.Length + rest.Length > screen.Width)
            {
                screen.Add([.. line]);
                (line, used, gap) = ([], 0, "");
            }

            line.Add((gap, Style.Plain));
            line.Add((key, Styles.Key));
            line.Add((rest, Style.Plain));
            used += gap.Length + key.Length + rest.Length;
        }

        screen.Add([.. line]);
    }

    /// <summary>The page of help; a line a key where there is no room for more.</summary>
    public static void AddPage(ScreenLines screen, int room)
    {
        ScreenLines page = Page(screen, most: 3);
        screen.Add(page.Count <= room ? page : Page(screen, most: 1));
    }

    private static ScreenLines Page(ScreenLines screen, int most)
    {
        ScreenLines page = screen.Empty();
        foreach ((string key, string sentence) in Keys.Select(entry => (entry.Key, entry.Sentence)).Concat(Moves))
        {
            page.AddWrapped($" {key,-10}", sentence, most);
        }

        return page;
    }
}
