namespace SecretGuard.Detection.Values;

/// <summary>
/// Whether the name of a column, a key, an option or a variable says that its value is a secret. The last word decides:
/// <c>smtp.password</c> and <c>AdminPassword</c> do, <c>password_hash</c> and <c>token-file</c> do not.
/// </summary>
internal static class SecretNames
{
    private const int MaxLength = 80;

    /// <summary>Words that say so by themselves, when they are the last.</summary>
    private static readonly HashSet<string> Nouns = new(
        [
            "password", "passwd", "passwort", "pass", "pwd", "pw", "passphrase", "passcode", "secret", "token", "apikey", "psk",
            "storepass", "keypass", "srcstorepass", "deststorepass", "dbpass", "dbpassword", "userpass", "userpassword", "rootpassword", "adminpassword", "authtoken", "accesstoken", "secretkey", "accesskey", "authkey", "accountkey", "clientsecret", "requirepass", "masterauth", "wachtwoord", "contrasena", "motdepasse",
        ],
        StringComparer.Ordinal);

    /// <summary>Words that make a following "key" a secret one.</summary>
    private static readonly HashSet<string> KeyKinds = new(
        ["api", "secret", "access", "private", "auth", "encryption", "signing", "account", "storage", "master", "shared", "app", "application", "admin", "subscription", "function", "license"],
        StringComparer.Ordinal);

    /// <summary>Words after the noun that change nothing.</summary>
    private static readonly HashSet<string> Tails = new(["value", "val", "text", "plain", "plaintext", "clear", "cleartext", "base64", "b64", "string", "str"], StringComparer.Ordinal);

    /// <summary>Words that turn the meaning: a switch, a question, public material, a place in a list.</summary>
    private static readonly HashSet<string> Negations = new(
        ["public", "hash", "hashed", "digest", "has", "is", "no", "use", "enable", "enabled", "disable", "show", "hide", "ask", "skip", "forgot", "require", "allow", "csrf", "xsrf", "page", "next", "continuation", "sync", "cancellation", "without", "min", "max", "check", "validate", "generate", "change", "print", "get", "encrypted", "continue", "stop", "session", "device", "push", "authenticity", "verification"],
        StringComparer.Ordinal);

    /// <summary>Whether the name says "secret".</summary>
    public static bool Says(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 2 or > MaxLength)
        {
            return false;
        }

        List<string> words = Split(name);
        int last = words.Count - 1;
        while (last > 0 && (Tails.Contains(words[last]) || IsNumber(words[last])))
        {
            last--;
        }

        if (last < 0)
        {
            return false;
        }

        bool noun = Nouns.Contains(words[last]) || (words[last] == "key" && last > 0 && KeyKinds.Contains(words[last - 1]));
        for (int i = 0; noun && i <= last; i++)
        {
            noun = !Negations.Contains(words[i]);
        }

        return noun;
    }

    /// <summary>The words of a name in lower case: separators and changes of case divide.</summary>
    private static List<string> Split(ReadOnlySpan<byte> name)
    {
        var words = new List<string>();
        Span<char> word = stackalloc char[MaxLength];
        int length = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool letter = i < name.Length && (Ascii.IsAlphanumeric(name[i]) || name[i] >= 0x80);
            bool divides = !letter || (length > 0 && Ascii.IsUpper(name[i]) && (Ascii.IsLower(name[i - 1]) || (i + 1 < name.Length && Ascii.IsLower(name[i + 1]))));
            if (divides && length > 0)
            {
                words.Add(word.Slice(0, length).ToString());
                length = 0;
            }

            if (letter)
            {
                word[length++] = (char)Ascii.ToLower(name[i]);
            }
        }

        return words;
    }

    private static bool IsNumber(string word)
    {
        foreach (char c in word)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
