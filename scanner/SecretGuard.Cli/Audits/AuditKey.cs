namespace SecretGuard.Cli.Audits;

/// <summary>What the user wants while a secret is asked about.</summary>
internal enum AuditKey
{
    None,
    Yes,
    No,
    Skip,
    Back,
    PageOn,
    PageBack,
    First,
    Last,
    NextPlace,
    PreviousPlace,
    Undo,
    Many,
    Filter,
    ShowAll,
    More,
    Help,
    Quit,
}

/// <summary>Which key means what.</summary>
internal static class AuditKeys
{
    private const char ControlD = '\u0004';
    private const int Page = 10;

    public static AuditKey Of(ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.UpArrow => AuditKey.Back,
        ConsoleKey.DownArrow => AuditKey.Skip,
        ConsoleKey.PageUp => AuditKey.PageBack,
        ConsoleKey.PageDown => AuditKey.PageOn,
        ConsoleKey.Home => AuditKey.First,
        ConsoleKey.End => AuditKey.Last,
        ConsoleKey.LeftArrow => AuditKey.PreviousPlace,
        ConsoleKey.RightArrow => AuditKey.NextPlace,
        ConsoleKey.Escape => AuditKey.ShowAll,
        _ => OfCharacter(key.KeyChar),
    };

    /// <summary>How far it goes in a list of so many.</summary>
    public static int Step(this AuditKey key, int all) => key switch
    {
        AuditKey.Skip => 1,
        AuditKey.Back => -1,
        AuditKey.PageOn => Page,
        AuditKey.PageBack => -Page,
        AuditKey.First => -all,
        AuditKey.Last => all,
        _ => 0,
    };

    /// <summary>A capital is the same as its letter, but for B: a decision for many is not made by a slip of the hand.</summary>
    private static AuditKey OfCharacter(char key) => key switch
    {
        'y' or 'Y' => AuditKey.Yes,
        'n' or 'N' => AuditKey.No,
        's' or 'S' => AuditKey.Skip,
        'b' => AuditKey.Back,
        'u' or 'U' => AuditKey.Undo,
        '!' or 'B' => AuditKey.Many,
        '/' => AuditKey.Filter,
        'o' or 'O' => AuditKey.More,
        '?' or 'h' or 'H' => AuditKey.Help,
        'q' or 'Q' or ControlD => AuditKey.Quit,
        _ => AuditKey.None,
    };
}
