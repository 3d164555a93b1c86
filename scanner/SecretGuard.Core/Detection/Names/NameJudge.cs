namespace SecretGuard.Detection.Names;

/// <summary>
/// Says what an identifier promises about its value. In English compounds the head comes last: <c>passwordLabel</c> is a label,
/// <c>labelPassword</c> a password. So the last secret word decides, what follows may only qualify it, and what stands
/// before may deny it.
/// </summary>
public static class NameJudge
{
    /// <summary>Verbs of calls that take a secret to work on.</summary>
    private static readonly WordSet Taking = WordSet.Of("change check compare confirm reset update verify");

    /// <summary>Verbs of calls that keep what they are given.</summary>
    private static readonly WordSet Giving = WordSet.Of("set use with");

    /// <summary>Verbs of calls that bring several secrets at once, and are told where these are.</summary>
    private static readonly WordSet Bringing = WordSet.Of("add fetch get import include list load read use");

    /// <summary>Words of languages in which what is told of a password follows it: <c>claveBd</c>, <c>motDePasseAdmin</c>.</summary>
    private static readonly WordSet HeadFirst = WordSet.Of("chave chiave clave cle clé contrasena contraseña gettone haslo hasło klucz llave mdp motdepasse parola passe senha");

    /// <summary>Judges an identifier or a dotted, colon-separated or dashed path of them.</summary>
    public static NameKind Judge(ReadOnlySpan<byte> name)
    {
        JudgedNames judged = JudgedNames.Own;
        if (!judged.TryGet(name, out NameKind kind))
        {
            kind = JudgeAnew(name);
            judged.Put(name, kind);
        }

        return kind;
    }

    private static NameKind JudgeAnew(ReadOnlySpan<byte> name)
    {
        // The working directory of shells; a password of that name stands in connection strings, which have their own matcher.
        if (name.EndsWith("PWD"u8) && (name.Length == 3 || name.SequenceEqual("OLDPWD"u8) || name[name.Length - 4] == '$'))
        {
            return NameKind.None;
        }

        List<string> words = NameTokens.Split(name);
        int last = words.Count > 2 && words[words.Count - 1] == "text" && words[words.Count - 2] is "clear" or "plain" ? words.Count - 3 : words.Count - 1;
        for (int i = last; i >= 0; i--)
        {
            NameKind kind = KindAt(words, i);
            if (kind != NameKind.None)
            {
                return Qualify(words, i, kind, IsConstant(name));
            }

            if (NameWords.About.Contains(words[i]))
            {
                // A path's last segment decides: in spring.datasource.password.file nothing before "file" counts.
                return NameKind.None;
            }
        }

        return NameKind.None;
    }

    /// <summary>Whether the name says by itself that its value is a secret which opens something.</summary>
    public static bool SaysSecret(ReadOnlySpan<byte> name) => IsSecret(Judge(name));

    /// <summary>Whether this kind is a secret which opens something: not a bare "key", not the number of a card.</summary>
    public static bool IsSecret(NameKind kind) => kind is not (NameKind.None or NameKind.Weak or NameKind.Pin);

    /// <summary>Whether a call of this name is given a secret to keep: <c>setPassword("…")</c>, <c>x.password("…")</c>. Others look something up by a name.</summary>
    public static bool IsGiven(ReadOnlySpan<byte> name)
    {
        List<string> words = NameTokens.Split(name.Slice(name.LastIndexOf((byte)'.') + 1));
        return words.Count > 0 && (Giving.Contains(words[0]) || (words.Count == 1 && NameWords.Password.Contains(words[0])));
    }

    /// <summary>Judges the name of a call for what it is given: <c>checkPassword("…")</c> asks about a password, but takes one.</summary>
    public static NameKind JudgeCall(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> own = name.Slice(name.LastIndexOf((byte)'.') + 1);
        int verb = 0;
        while (verb < own.Length && Ascii.IsLetter(own[verb]) && (verb == 0 || !Ascii.IsUpper(own[verb])))
        {
            verb++;
        }

        if (Bringing.Contains(own.Slice(0, verb)) && own.EndsWith("Secrets"u8))
        {
            return NameKind.None; // AddUserSecrets("…"): where they are
        }

        return verb < own.Length && Taking.Contains(own.Slice(0, verb)) ? Judge(own.Slice(verb)) : Judge(name);
    }

    /// <summary>Whether a word of the name says that the value is no secret: a label, an id, a public key.</summary>
    public static bool IsAboutSomething(ReadOnlySpan<byte> name)
    {
        foreach (string word in NameTokens.Split(name))
        {
            if (word == "key" || NameWords.About.Contains(word) || NameWords.Denying.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the name is that of a key, whatever key; not of its hash or its file.</summary>
    public static bool EndsInKey(ReadOnlySpan<byte> name)
    {
        List<string> words = NameTokens.Split(name);
        for (int i = words.Count - 1; i >= 0 && !NameWords.About.Contains(words[i]); i--)
        {
            if (KeyNames.Ends(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static NameKind KindAt(List<string> words, int i)
    {
        string word = words[i];
        string before = i > 0 ? words[i - 1] : "";
        if (NameWords.Password.Contains(word))
        {
            return NameKind.Password;
        }

        switch (word)
        {
            case "pass":
                return words.Count == 1 || NameWords.PassCompany.Contains(before) ? NameKind.Password : NameKind.None;
            case "word" when before == "pass":
            case "passe" when before == "de":
            case "text" when before == "clear" && words.Count == 2:
            case "info" when before == "user" && i > 1 && words[i - 2] == "auth":
            case "phrase" when before is "pass" or "seed" or "recovery":
                return NameKind.Password;
            case "credential" or "credentials" when NameWords.Password.Contains(before):
                return NameKind.Password;
            case "login" when before == "sonar":
                return NameKind.Token;
            case "pin" when i == words.Count - 1 && !NameWords.Wired.Contains(before):
            case "code" when before is "unlock" or "disarm":
            case "zugangscode" or "pincode" or "tuercode" or "türcode":
                return NameKind.Pin;
            case "seed" when before is "otp" or "totp" or "mfa" or "nkey" or "wallet" or "secret":
            case "cookie" when before is "erlang" or "auth":
                return NameKind.Secret;
            case "code" when before is "access" or "private" or "auth" or "authorization" or "secret" or "security" or "activation":
            case "code" or "codes" when before is "recovery" or "backup" or "emergency" or "pairing" or "bypass":
            case "sig" when words.Count <= 2 && i == words.Count - 1 && before is "" or "sas" or "url":
            case "auth" when i == words.Count - 1:
            case "sas" or "otp" or "totp" when i == words.Count - 1 && before is not "password":
            case "salt" when i == words.Count - 1 && i > 0 && !NameWords.Salted.Contains(before) && !NameWords.Password.Contains(before):
            case "webhook" or "license" or "licence" or "serial" when i == words.Count - 1:
                return NameKind.Weak;
            default:
                break;
        }

        return NameWords.Secret.Contains(word) ? NameKind.Secret
            : NameWords.Token.Contains(word) ? NameKind.Token
            : NameWords.ApiKey.Contains(word) ? NameKind.ApiKey
            : NameWords.CryptoKey.Contains(word) ? NameKind.CryptoKey
            : KeyNames.KindAt(words, i) is var key and not NameKind.None ? key
            : Compound(word);
    }

    /// <summary>Words written together: <c>mysqlpassword</c>, <c>myapikey</c>. Only endings long enough to be no accident.</summary>
    private static NameKind Compound(string word)
    {
        if (word.Length < 7)
        {
            return word.EndsWith("pwd", StringComparison.Ordinal) ? NameKind.Password : NameKind.None;
        }

        if (EndsWithAny(word, "password", "passwd", "passwort", "passphrase", "kennwort", "pwd", "contrasena", "wachtwoord"))
        {
            return NameKind.Password;
        }

        if (EndsWithAny(word, "apikey", "secretkey", "accesskey", "authkey", "privatekey"))
        {
            return word.EndsWith("privatekey", StringComparison.Ordinal) ? NameKind.CryptoKey : NameKind.ApiKey;
        }

        return EndsWithAny(word, "authtoken", "accesstoken", "apitoken", "bearertoken") ? NameKind.Token
            : EndsWithAny(word, "secret") && word is not ("nosecret" or "libsecret") ? NameKind.Secret
            : NameKind.None;
    }

    private static bool EndsWithAny(string word, params string[] endings)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>SYNC_TOKEN</c>: what is set from outside is no place in a list.</summary>
    private static bool IsConstant(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (Ascii.IsLower(b))
            {
                return false;
            }
        }

        return true;
    }

    private static NameKind Qualify(List<string> words, int at, NameKind kind, bool constant)
    {
        for (int i = at + 1; i < words.Count; i++)
        {
            if (words[i] is "in" or "clear" or "plain" && words[words.Count - 1] == "text")
            {
                break; // as it is written
            }

            if (NameWords.About.Contains(words[i]))
            {
                return NameKind.None;
            }

            if (!NameWords.Neutral.Contains(words[i]) && !IsNumber(words[i]) && !HeadFirst.Contains(words[at]))
            {
                // An unknown word after the secret word: maybe still one, but only a random value tells.
                kind = NameKind.Weak;
            }
        }

        // The qualifiers of the head itself: the two words before it.
        for (int i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            bool denied = NameWords.Denying.Contains(words[i]) || (kind is not (NameKind.Password or NameKind.Secret) && !constant && NameWords.DenyingTokens.Contains(words[i]));
            if (denied && !(i == at - 1 && words[at] is "key" or "keys"))
            {
                return NameKind.None;
            }
        }

        return kind;
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
