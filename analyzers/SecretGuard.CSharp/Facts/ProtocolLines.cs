namespace SecretGuard.CSharp.Facts;

/// <summary>Lines of protocols that are spoken in words: FTP, POP3, IRC.</summary>
internal static class ProtocolLines
{
    private const string Command = "PASS ";

    /// <summary>The password that such a line hands over, or null.</summary>
    public static string? PasswordIn(string text) =>
        text.StartsWith(Command, StringComparison.Ordinal) && text[text.Length - 1] == '\n' && text.Substring(Command.Length).Trim() is { Length: > 0 } password && password.IndexOf(' ') < 0 ? password : null;
}
