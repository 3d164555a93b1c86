namespace SecretGuard.References.Shell;

/// <summary>Words of shells that stand before a command and are none.</summary>
internal static class ShellKeywords
{
    private static readonly HashSet<string> Openers = new(["if", "for", "while", "until", "case", "select"], StringComparer.Ordinal);
    private static readonly HashSet<string> Closers = new(["fi", "done", "esac"], StringComparer.Ordinal);
    private static readonly HashSet<string> Others = new(["then", "else", "elif", "do", "!", "time"], StringComparer.Ordinal);

    /// <summary>Whether a word is one.</summary>
    public static bool IsKeyword(string word) => Openers.Contains(word) || Closers.Contains(word) || Others.Contains(word);

    /// <summary>Whether it begins what another one ends.</summary>
    public static bool Opens(string word) => Openers.Contains(word);

    /// <summary>Whether it ends what another one began.</summary>
    public static bool Closes(string word) => Closers.Contains(word);
}
