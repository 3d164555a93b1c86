namespace SecretGuard.Detection.Names;

/// <summary>What a name promises that says "key", in many languages. The word beside it tells which key it is.</summary>
internal static class KeyNames
{
    /// <summary>Where the word that says which key stands before it: English and its kin, Slavic and Nordic languages.</summary>
    private static readonly WordSet Last = WordSet.Of("anahtar key keys klic kljuc ključ klucz klíč kulcs nyckel nøgle nøkkel schluessel schlüssel sleutel ключ");

    /// <summary>Where it stands behind it.</summary>
    private static readonly WordSet First = WordSet.Of("chave chiave cle clé klucz llave");

    /// <summary>What is behind the key of a service, in languages that say it there.</summary>
    private static readonly WordSet Qualifiers = WordSet.Of("acces acceso accesso accès acesso api dostepu dostępu privada privata prive privee privé privée prywatny secreta secrete secrète segreta tajny");

    /// <summary>Languages that write compounds as one word, and English.</summary>
    private static readonly string[] Endings = ["key", "keys", "nyckel", "schluessel", "schlüssel", "sleutel"];

    /// <summary>What compounds of such a key begin with.</summary>
    private static readonly string[] Openings = ["api", "geheim", "toegang", "zugriff", "zugang"];

    /// <summary>The kind that the word at this place makes of the name; none where it is no key, or one that everybody may have.</summary>
    public static NameKind KindAt(List<string> words, int i) =>
        First.Contains(words[i]) && i + 1 < words.Count && Qualifiers.Contains(words[i + 1]) ? NameKind.ApiKey
        : Last.Contains(words[i]) ? ByWordBefore(words, i)
        : Compound(words[i]);

    /// <summary>Whether a word is that of a key, or ends with it.</summary>
    public static bool Ends(string word) => Last.Contains(word) || First.Contains(word) || Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static NameKind ByWordBefore(List<string> words, int i)
    {
        string before = i > 0 ? words[i - 1] : "";
        if (NameWords.KeyPublic.Contains(before) || words.Contains("pusher"))
        {
            return NameKind.None;
        }

        if (before is "psk" or "wifi" or "wlan" || (before == "shared" && i > 1 && words[i - 2] == "pre"))
        {
            return NameKind.Password; // people type it
        }

        // The key of a password is its name in some map: PasswordKey, userPasswordKey.
        if (NameWords.Password.Contains(before) || before is "token" or "tokens" or "credentials" or "pass")
        {
            return NameKind.None;
        }

        if (words.Contains("nwk") || (before == "s" && i > 1 && words[i - 2] == "app"))
        {
            return NameKind.CryptoKey; // LoRaWAN's: NwkKey, NwkSKey, AppSKey
        }

        return before is "secret" or "geheim" or "geheime" || NameWords.KeyOwner.Contains(before) ? NameKind.ApiKey : NameWords.KeyUse.Contains(before) ? NameKind.CryptoKey : NameKind.Weak;
    }

    /// <summary>Written together: <c>Zugriffsschlüssel</c>, <c>toegangssleutel</c>. Any other is the key of a row too.</summary>
    private static NameKind Compound(string word)
    {
        foreach (string ending in Endings)
        {
            if (ending[0] != 'k' && word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Array.Exists(Openings, opening => word.StartsWith(opening, StringComparison.Ordinal)) ? NameKind.ApiKey : NameKind.Weak;
            }
        }

        return NameKind.None;
    }
}
