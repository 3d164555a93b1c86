using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.Values;

/// <summary>Whether a value is a name or a text about a secret: <c>db_password</c>, <c>Enter password</c>, <c>AccessToken2Factor</c>.</summary>
internal static class Labels
{
    private static readonly HashSet<string> FunctionWords = new(
        "the a an your my our is are was be of to for from in on at by with and or not no if this that it please enter must should can will has have you i we der die das ein eine ist und oder nicht le la les un une est et ou de du des el los las es y o".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Verbs = new(
        "is are was were be been has have had must should can could will would may not needs expired reset changed invalid failed user users id ids name called named count length file path type see e g example error code status-code cache hit ratio".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> SecretWords = new(
        "password passwd passwort kennwort pass pwd passphrase passcode secret token key apikey credential credentials auth login user username account email name field input label text confirm reset forgot change change-password value test admin client access refresh session basic bearer oauth oauth2 sha md5 hash bcrypt scram plain md4 ntlm".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether the value reads as a name or a label. <paramref name="strict"/>: in files of texts for people even digits and symbols do not tell.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> value, ValueShape shape, bool strict)
    {
        // Leet digits and symbols are what people do to words to make them passwords.
        if (shape.Symbols > 0 && !strict || shape.InnerDigits > 0 && !strict || shape.Letters == 0)
        {
            return strict && shape.Letters == 0;
        }

        List<string> words = NameTokens.Split(value);
        int secret = 0, letters = 0, longDigits = 0;
        foreach (string word in words)
        {
            secret += SecretWords.Contains(word) ? 1 : 0;
            letters += char.IsLetter(word[0]) ? 1 : 0;
            longDigits += char.IsDigit(word[0]) && word.Length > 1 ? 1 : 0;
        }

        if (secret > 0 && letters > 1 && longDigits == 0)
        {
            return true;
        }

        if (strict)
        {
            return shape.Digits == 0 || secret > 0;
        }

        // Snake, kebab, dotted or Pascal names without a digit.
        if (shape.Digits == 0 && shape.Other == 0 && letters > 1 && Surprise.Of(value) < 6)
        {
            return true;
        }

        // A capital word: "Password", "Wachtwoord".
        return shape.Digits == 0 && shape.Upper == 1 && Ascii.IsUpper(value[0]) && letters == 1 && Surprise.Of(value) < 4;
    }

    /// <summary>Whether one of the words is such as sentences have.</summary>
    public static bool HasFunctionWord(ReadOnlySpan<byte> value) => HasAny(value, FunctionWords);

    /// <summary>Whether the words say something about the secret instead of naming it: "is expired for user".</summary>
    public static bool HasVerb(ReadOnlySpan<byte> words) => HasAny(words, Verbs);

    private static bool HasAny(ReadOnlySpan<byte> value, HashSet<string> set)
    {
        foreach (string word in NameTokens.Split(value))
        {
            if (set.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
