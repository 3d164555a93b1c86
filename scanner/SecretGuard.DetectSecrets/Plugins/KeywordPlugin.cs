using System.Buffers;
using SecretGuard.DetectSecrets.Filters;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds what is bound to a name that says secret. How it must be written depends on the file's language.</summary>
internal sealed class KeywordPlugin(string? exclude) : Plugin("KeywordDetector", "Secret Keyword")
{
    private static readonly SearchValues<string> Names = SearchValues.Create(
        [
            "password", "passwd", "pwd", "contraseña", "contrasena", "secret",
            "api_key", "apikey", "auth_key", "authkey", "service_key", "servicekey", "account_key", "accountkey", "db_key", "dbkey",
            "database_key", "databasekey", "priv_key", "privkey", "private_key", "privatekey", "client_key", "clientkey", "db_pass", "dbpass",
            "database_pass", "databasepass", "key_pass", "keypass",
        ],
        StringComparison.OrdinalIgnoreCase);

    private readonly PythonPattern? _exclude = string.IsNullOrEmpty(exclude) ? null : PythonPattern.Parse("(?i)" + exclude, "keyword_exclude");

    public override bool KnowsFormat => false;

    public override bool MayFind(string text) => HasName(text);

    /// <summary>Whether a text holds a name that says secret.</summary>
    public static bool HasName(ReadOnlySpan<char> text) => text.ContainsAny(Names);

    public override void Find(PluginLine line, List<Capture> found)
    {
        if (!HasName(line.Text) || _exclude?.Search(line.Text) == true)
        {
            return;
        }

        foreach (KeywordForm form in Lines.Languages.FormsOf(line.Path))
        {
            if (FirstOf(line.Text, form) is { } value)
            {
                found.Add(new Capture(value));
            }
        }
    }

    /// <summary>What the first name of the line that stands in the form is bound to, or null.</summary>
    private static string? FirstOf(string text, KeywordForm form)
    {
        if (form == KeywordForm.Compared)
        {
            return KeywordValue.Compared(text);
        }

        for (int at = 0; at < text.Length; at++)
        {
            int end = KeywordValue.WordEnd(text, at);
            if (end > at && HasName(text.AsSpan(at, end - at)) && KeywordValue.After(text, end, form) is { } value)
            {
                return value;
            }

            at = Math.Max(at, end);
        }

        return null;
    }
}
