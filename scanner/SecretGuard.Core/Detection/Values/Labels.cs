using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.Values;

/// <summary>Whether a value is a name or a text about a secret: <c>db_password</c>, <c>Enter password</c>, <c>AccessToken2Factor</c>.</summary>
internal static class Labels
{
    private const double MostOfWords = 0.6; // surprise a byte

    private static readonly WordSet FunctionWords = WordSet.Of(
        "a an and are at be by can das de der des die du ein eine el enter es est et for from has have i if in is ist it la las le les los must my nicht no not "
        + "o oder of on or ou our please should that the this to un und une was we will with y you your");

    private static readonly WordSet Verbs = WordSet.Of(
        "are be been cache called can changed code could count e error example expired failed file g had has have hit id ids invalid is length may must name "
        + "named needs not path ratio reset see should type user users was were will would");

    private static readonly WordSet SecretWords = WordSet.Of(
        "access account admin apikey auth basic bcrypt bearer change client confirm credential credentials email field forgot hash input kennwort key keys label "
        + "login name ntlm oauth pass passcode passphrase passphrases passwd password passwords passwort plain pwd refresh reset scram secret secrets session sha test text "
        + "token tokens user username "
        + "value");

    /// <summary>Whether the value reads as a name or a label. <paramref name="strict"/>: in files of texts for people even digits and symbols do not tell.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> value, ValueShape shape, bool strict)
    {
        // Scripts other than the Latin one write texts; passwords are typed on any keyboard.
        if (shape.Other * 2 > value.Length || (value[value.Length - 1] == ':' && shape.Digits + shape.Symbols == 0))
        {
            return true;
        }

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

        // Escapes of letters outside ASCII: a word of another language.
        if (strict && value.IndexOf("\\u"u8) >= 0)
        {
            return true;
        }

        if ((secret > 0 && letters > 1 && longDigits == 0) || (words.Count == 1 && words[0] != "pepper" && NameWords.Password.Contains(words[0])))
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

    /// <summary><c>db_password</c>, <c>my-secret-token</c>: the name of a secret in the place of its value; <c>password_here</c>: the place itself.</summary>
    public static bool IsSecretName(ReadOnlySpan<byte> value)
    {
        bool divided = false;
        foreach (byte b in value)
        {
            bool divides = b is (byte)'_' or (byte)'-' or (byte)'.';
            divided |= divides;
            if (!divides && !Ascii.IsLetter(b))
            {
                return false;
            }
        }

        return divided
            ? value.EndsWith("_here"u8) || value.EndsWith("-here"u8) || NameJudge.SaysSecret(value)
            : NameWords.Password.Contains(value);
    }

    /// <summary><c>etcd-cluster-1</c>, <c>my_team_2</c>: words that one sign joins, and the number of the thing. Tokens and keys are not made so; people's passwords are.</summary>
    public static bool IsNumberedName(ReadOnlySpan<byte> value)
    {
        int words = 0, letters = 0, digits = 0;
        foreach (byte b in value)
        {
            if (b is (byte)'-' or (byte)'_')
            {
                words += letters > 1 && digits == 0 ? 1 : 0;
                letters = 0;
            }

            letters += Ascii.IsLower(b) ? 1 : 0;
            digits += Ascii.IsDigit(b) ? 1 : 0;
            if (!Ascii.IsLower(b) && (!Ascii.IsDigit(b) || letters > 0) && b is not ((byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return words >= 2 && letters == 0 && digits is 1 or 2 && Surprise.Density(value) < MostOfWords;
    }

    /// <summary>Whether a list of names goes on: <c>"v2password", "v3password"</c>, <c>"snmpv3_user", "snmpv3_level"</c>.</summary>
    public static bool IsNextName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        int word = value.IndexOfAny((byte)'_', (byte)'-', (byte)'.') + 1;
        return Ascii.IsLetter(value[value.Length - 1]) && (NameJudge.Judge(value) != NameKind.None || (word > 1 && name.StartsWith(value.Slice(0, word))) || BeginAlike(NameTokens.Split(name), NameTokens.Split(value)));
    }

    /// <summary><c>n4ChgPassword</c>, <c>n4CapturePrt</c>: one prefix, which says nothing of secrets.</summary>
    private static bool BeginAlike(List<string> name, List<string> value) =>
        name.Count > 2 && value.Count > 2 && name[0] == value[0] && name[1] == value[1] && !SecretWords.Contains(name[0]) && !SecretWords.Contains(name[1]);

    /// <summary>Two words or more with a capital each and nothing else: the name of a member, <c>ApiKeyExpired</c>.</summary>
    public static bool IsCapitalized(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Upper >= 2 && shape.Letters == value.Length && shape.Upper * 3 <= value.Length && Ascii.IsUpper(value[0]) && Surprise.Density(value) < 0.9;

    /// <summary>Whether the word is about secrets, or one of those that sentences are made with.</summary>
    public static bool IsTelling(string word) => SecretWords.Contains(word) || FunctionWords.Contains(word);

    /// <summary>Whether the word is about secrets.</summary>
    public static bool IsAboutSecrets(string word) => SecretWords.Contains(word);

    /// <summary>Whether one of the words is about secrets.</summary>
    public static bool HasSecretWord(ReadOnlySpan<byte> value) => HasAny(value, SecretWords);

    /// <summary>Whether one of the words is such as sentences have.</summary>
    public static bool HasFunctionWord(ReadOnlySpan<byte> value) => HasAny(value, FunctionWords);

    /// <summary>Whether the words say something about the secret instead of naming it: "is expired for user".</summary>
    public static bool HasVerb(ReadOnlySpan<byte> words) => HasAny(words, Verbs);

    private static bool HasAny(ReadOnlySpan<byte> value, WordSet set)
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
