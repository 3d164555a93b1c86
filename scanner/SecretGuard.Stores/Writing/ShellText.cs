namespace SecretGuard.Stores.Writing;

/// <summary>Words of a command that people copy into a shell.</summary>
internal static class ShellText
{
    /// <summary>A word: as it is where a shell reads it so, else in quotes.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:+@=,".Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
