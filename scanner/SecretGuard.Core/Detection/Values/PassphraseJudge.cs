using SecretGuard.Detection.Names;
using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>Whether words under the name of a password are one, and no sentence about it.</summary>
internal static class PassphraseJudge
{
    private const int LeastWord = 6;
    private const int ShortWord = 2; // "at" and "of" are in every sentence

    private static readonly ByteSearch OfSyntax = new("=:/\\{}<>()[],;%|\"'`");

    /// <summary>Of what names in programs are made.</summary>
    private static readonly WordSet Things = WordSet.Of(
        "action always app area attribute auto btn button callback checkbox class code column complete component config configuration connection "
        + "container control controller current custom data database db dialog dir disabled div element empty enabled env error event expired expiry "
        + "factory failed file flag flow form function global grant group handler handling header help hidden hide host icon image info invalid item "
        + "key kind length level link list local manager map max message method min missing modal mode model module never node object off old only "
        + "option optional options page panel param parameter params path plugin policy prefix process profile prop property provider query read "
        + "regular request required reset resource response result role root row rule rules schema scheme screen section server service setting "
        + "settings show span state status step strategy strength string style suffix table tag time title toggle tooltip type update uri url user "
        + "valid validation validator value var variable view visible widget window write wrong");

    /// <summary>Words with spaces: a passphrase or an application password, unless it reads as a sentence.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (!context.Quoted && context.Syntax is not (FileSyntax.Yaml or FileSyntax.KeyValue) || context.Place == FilePlace.Translation || shape.Spaces > 11 || value.Length > 80)
        {
            return null;
        }

        if (IsApplicationPassword(value))
        {
            return Confidence.High;
        }

        if (AreChosen(value))
        {
            return Confidence.Medium;
        }

        // What has a colon or speaks of secrets is a message.
        bool numbered = shape.Digits > 0 && !Labels.HasFunctionWord(value) && !Labels.HasSecretWord(value) && OfSyntax.IndexIn(value) < 0;
        if (shape.Symbols > 0 || shape.Spaces is < 2 or > 8)
        {
            return null;
        }

        // Sentences and titles begin with a capital; a name may stand within a phrase, and a number at its end.
        bool names = shape.Upper > 0 && numbered && Ascii.IsLower(value[0]) && Ascii.IsDigit(value[value.Length - 1]);
        return (shape.Upper == 0 && numbered) || ((shape.Upper == 0 || names) && IsPhrase(value)) ? Confidence.Medium : null;
    }

    /// <summary>Whether each of the words alone would be a strong password: no sentence has a digit or a symbol within every one.</summary>
    private static bool AreChosen(ReadOnlySpan<byte> value)
    {
        while (value.Length > 0)
        {
            int space = value.IndexOf((byte)' ');
            ReadOnlySpan<byte> word = space < 0 ? value : value.Slice(0, space);
            if (word.Length < LeastWord || !PasswordJudge.LooksChosen(word) || OfSyntax.IndexIn(word) >= 0 || (word.IndexOf((byte)'@') > 0 && word.IndexOf((byte)'.') > 0) || ValueShape.Of(word).Lower == 0)
            {
                return false;
            }

            value = space < 0 ? default : value.Slice(space + 1);
        }

        return true;
    }

    /// <summary>Small words, of which none is about secrets, programs or the reader: no message, and no label.</summary>
    private static bool IsPhrase(ReadOnlySpan<byte> value)
    {
        foreach (string word in NameTokens.Split(value))
        {
            if (Labels.IsAboutSecrets(word) || Things.Contains(word) || Placeholders.IsOpener(word) && word is not ("a" or "the" or "my") || ValueForms.IsTechnicalWord(word) || (NameWords.About.Contains(word) && word.Length > ShortWord))
            {
                return false;
            }
        }

        return !Labels.HasVerb(value);
    }

    /// <summary>
    /// Whether these are four to eight small words that one sign joins, of which none is about secrets, systems or the reader: what people and their
    /// password managers string together. The name of a thing has a word that says what it is.
    /// </summary>
    public static bool IsJoined(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Separators is >= 3 and <= 7 && shape.Lower >= 16 && shape.Upper == 0 && AreJoined(value, shape);

    /// <summary>A noun or a name, written with a capital, that is nothing of which programs are made.</summary>
    public static bool IsCapitalWord(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Upper != 1 || shape.Lower != value.Length - 1 || value.Length < LeastWord || !Ascii.IsUpper(value[0]))
        {
            return false;
        }

        string word = AsciiText.ToLower(value);
        return !Labels.IsTelling(word) && !ValueForms.IsTechnicalWord(word) && !Placeholders.IsOpener(word) && !Things.Contains(word) && NameJudge.Judge(value) == NameKind.None;
    }

    /// <summary>Two or three of them: enough under the very name of a password, unless one is of the things that programs are made of.</summary>
    public static bool IsShort(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Separators is < 1 or > 2 || !AreJoined(value, shape))
        {
            return false;
        }

        foreach (string word in NameTokens.Split(value))
        {
            if (Things.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreJoined(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int joint = value.IndexOfAny((byte)'-', (byte)'_', (byte)'.');
        if (joint < 0 || shape.Lower == 0 || shape.Letters + shape.Separators != value.Length)
        {
            return false;
        }

        int joints = 0;
        foreach (byte b in value)
        {
            joints += b == value[joint] ? 1 : 0;
        }

        List<string> words = NameTokens.Split(value);
        foreach (string word in words)
        {
            if (word.Length < 2 || Labels.IsTelling(word) || (NameWords.Password.Contains(word) && word != "pepper") || ValueForms.IsTechnicalWord(word) || Placeholders.IsOpener(word))
            {
                return false;
            }
        }

        return joints == shape.Separators && words.Count == joints + 1;
    }

    /// <summary>Four groups of four lower-case letters, as mail providers issue them.</summary>
    private static bool IsApplicationPassword(ReadOnlySpan<byte> value)
    {
        if (value.Length != 19)
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (i % 5 == 4 ? value[i] != ' ' : !Ascii.IsLower(value[i]))
            {
                return false;
            }
        }

        return Surprise.Of(value) >= 4;
    }
}
