namespace SecretGuard.Detection.Values;

/// <summary>
/// Whether a value stands for another: a template, a reference to a store or a variable, a mask, a null word, a stub for the reader to fill in.
/// Decided by the whole value, never by a word that it happens to contain: people's passwords contain words.
/// </summary>
internal static class Placeholders
{
    /// <summary>Words that say "nothing here" or "put yours here" when they are the whole value (lower case, separators removed).</summary>
    private static readonly HashSet<string> Words = new(
        [
            "null", "none", "nil", "undefined", "true", "false", "yes", "no", "on", "off", "empty", "default", "na", "todo", "tbd", "fixme", "xxx", "unset", "unknown",
            "changeme", "changeit", "changethis", "changeme123", "replaceme", "replacethis", "fillme", "fillin", "setme", "updateme", "removed", "redacted", "hidden", "masked", "omitted", "censored", "filtered", "private", "confidential",
            "password", "passwd", "passwort", "pass", "pwd", "pw", "passphrase", "mypassword", "mypass", "mypwd", "yourpassword", "yourpass", "thepassword", "userpassword", "dbpassword", "dbpass", "adminpassword", "rootpassword", "newpassword", "oldpassword", "somepassword",
            "secret", "mysecret", "yoursecret", "somesecret", "thesecret", "supersecret", "topsecret", "secretkey", "mysecretkey", "clientsecret", "appsecret", "sharedsecret", "secretvalue",
            "token", "mytoken", "yourtoken", "sometoken", "thetoken", "accesstoken", "authtoken", "bearertoken", "apitoken", "refreshtoken", "tokenvalue", "usertoken", "invalidtoken", "validtoken",
            "key", "mykey", "yourkey", "somekey", "apikey", "myapikey", "yourapikey", "privatekey", "publickey", "accesskey", "authkey", "keyhere", "accountkey",
            "test", "testing", "tests", "testpassword", "testpass", "testsecret", "testtoken", "testkey", "testapikey", "testvalue", "example", "sample", "dummy", "fake", "mock", "stub", "demo", "placeholder", "value", "string", "text", "word", "p", "foo", "bar", "baz", "foobar", "qux", "abc", "blah", "something", "anything", "whatever",
            "dummypassword", "dummysecret", "dummytoken", "dummykey", "dummyapikey", "fakepassword", "fakesecret", "faketoken", "fakekey", "fakeapikey", "mockpassword", "mocksecret", "mocktoken", "mockkey", "mockapikey", "samplepassword", "samplesecret", "sampletoken", "samplekey", "examplepassword", "examplesecret", "exampletoken", "examplekey",
            "1password", "user", "username", "guest", "anonymous", "login", "credentials", "credential", "auto", "generated", "notset", "notconfigured", "notused", "notapplicable", "required", "optional", "invalid", "wrong", "incorrect", "bad", "missing", "disabled", "enabled", "inherit", "prompt", "ask", "stdin", "env", "file", "vault", "keyring", "keychain",
        ],
        StringComparer.Ordinal);

    /// <summary>First words of a stub for the reader: "your-…", "enter the …". The rest of the value is words too.</summary>
    private static readonly HashSet<string> Openers = new(
        ["your", "my", "insert", "enter", "replace", "change", "put", "set", "add", "provide", "paste", "use", "see", "get", "fill", "generate", "generated", "example", "sample", "dummy", "fake", "mock", "test", "some", "any", "ask", "todo", "fixme", "not", "no", "the", "a", "an", "this", "placeholder", "redacted", "removed", "xxx", "super", "default"],
        StringComparer.Ordinal);

    /// <summary>How references to stores, files, variables and encrypted values begin.</summary>
    private static readonly string[] ReferencePrefixes =
    [
        "@microsoft.keyvault(", "op://", "vault:", "vault/", "secretref:", "secretsref:", "arn:aws", "arn:", "urn:", "autogenerate", "projects/", "keyvault:", "akv:", "awssm:", "gcpsm:", "ssm:", "secretsmanager:", "aws-secret", "sm://", "gsm://", "doppler://", "infisical://", "bws://", "conjur:", "file:", "env:", "env.", "env(", "process.env", "os.environ", "os.getenv", "getenv", "system.getenv", "ref+", "ref:", "!ref", "!sub", "!vault", "!secret", "!getatt", "!env", "!!", "fn::", "valuefrom",
        "enc[", "enc(", "{cipher}", "{enc}", "$ansible_vault", "-----begin pgp message", "-----begin age encrypted", "aqaaancmnd8bfderjhoawe/cl+s", "vault:v1:", "sops:", "data:", "cipher:",
        "$2a$", "$2b$", "$2y$", "$2x$", "$argon2", "$pbkdf2", "pbkdf2:", "pbkdf2_", "scrypt:", "bcrypt:", "argon2", "{ssha", "{sha", "{md5", "{crypt}", "{bcrypt}", "{noop}", "$1$", "$5$", "$6$", "$y$", "$7$", "$apr1$", "$p$", "$h$", "sha1:", "sha256:", "sha512:", "sha1$", "sha256$", "sha512$", "sha256-", "sha384-", "sha512-", "md5:", "scram-sha-",
        "var.", "local.", "data.", "module.", "each.", "self.", "this.", "secrets.", "vars.", "steps.", "needs.", "inputs.", "github.", "env!", "values.", "config.", "settings.", "props.", "params.", "args.", "context.", "options.", "request.", "req.", "res.",
        "http://", "https://", "ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-", "sk-ssh-", "-----begin certificate", "-----begin public key", "age1", "xpub6",
    ];

    /// <summary>Whether the value is not a secret itself but stands for one, hides one, or is nothing.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> value)
    {
        value = value.TrimWhite();
        return value.Length == 0 || IsTemplate(value) || IsMasked(value) || StartsWithReference(value) || IsStubWords(value) || IsCryptHash(value);
    }

    /// <summary>Whether the value is, or is built of, a template expression of any of the usual languages.</summary>
    public static bool IsTemplate(ReadOnlySpan<byte> value)
    {
        byte first = value[0], last = value[value.Length - 1];
        if ((first == '<' && last == '>') || (first == '{' && last == '}' && value.Length > 2) || (first == '%' && last == '%' && value.Length > 2) || (first == '[' && last == ']'))
        {
            return true;
        }

        // Razor's @Call(x), |DATADIRECTORY|.
        if ((first == '@' && value.IndexOf((byte)'(') > 0) || (first == '|' && last == '|' && value.Length > 2))
        {
            return true;
        }

        // $VAR, $$VAR, $env:VAR, ${…}, $(…), @param, :param, ?, &entity; as whole values.
        if (first is (byte)'$' or (byte)'@' or (byte)':' or (byte)'&' && IsWord(value.Slice(1)) && !HasDigitAndCase(value.Slice(1)))
        {
            return true;
        }

        // One placeholder inside is enough: a value that is partly a template is not known here.
        return Contains(value, "${") || Contains(value, "$(") || Contains(value, "{{") || Contains(value, "#{") || Contains(value, "<%") || Contains(value, "%(") || Contains(value, "{%")
            || Contains(value, "%{") || (first == '$' && value.IndexOf((byte)'{') > 0) || IsPercentVariable(value) || IsFormatItem(value) || IsUnderscored(value) || IsConstantName(value) || (first == '$' && Contains(value, "::"));
    }

    /// <summary>Whether the value is a mask: only mask characters, or a visible head and a masked rest.</summary>
    public static bool IsMasked(ReadOnlySpan<byte> value)
    {
        int run = 0, longest = 0, mask = 0;
        for (int i = 0; i < value.Length; i++)
        {
            // The bullet U+2022 and the ellipsis U+2026 are three bytes in UTF-8.
            bool symbol = value[i] is (byte)'*' or (byte)'.' or (byte)'x' or (byte)'X' or (byte)'#' or (byte)'?' or (byte)'_' or (byte)'-' or (byte)'0' or 0xE2 or 0x80 or 0xA2 or 0xA6 or 0x97 or 0x8F;
            mask += symbol ? 1 : 0;
            run = i > 0 && value[i] == value[i - 1] ? run + 1 : 1;
            longest = symbol ? Math.Max(longest, run) : longest;
        }

        return mask == value.Length || (longest >= 4 && longest * 2 >= value.Length) || Contains(value, "****") || Contains(value, "xxxxx") || Contains(value, "XXXXX") || Contains(value, "...") || Contains(value, "\u2022\u2022") || Contains(value, "\u2026");
    }

    /// <summary>Whether the value is a word for nothing, or words that tell the reader what to put here.</summary>
    public static bool IsStubWords(ReadOnlySpan<byte> value)
    {
        if (value.Length > 80)
        {
            return false;
        }

        Span<char> folded = stackalloc char[value.Length];
        int length = 0, words = 1, letters = 0, firstWord = -1;
        for (int i = 0; i < value.Length; i++)
        {
            byte b = value[i];
            if (b is (byte)'-' or (byte)'_' or (byte)' ' or (byte)'.' or (byte)'/')
            {
                words++;
                firstWord = firstWord < 0 ? length : firstWord;
            }
            else if (Ascii.IsAlphanumeric(b))
            {
                folded[length++] = (char)Ascii.ToLower(b);
                letters += Ascii.IsLetter(b) ? 1 : 0;
            }
            else if (i != value.Length - 1 || b is not ((byte)'@' or (byte)':' or (byte)'='))
            {
                return false;
            }
        }

        string whole = folded.Slice(0, length).ToString();
        if (Words.Contains(whole) || Words.Contains(whole.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) && letters >= 3 && length - letters <= 1)
        {
            return true;
        }

        // rightpassword, NewUserPassword: letters that end by saying what they are describe a password.
        if (letters == value.Length && (whole.EndsWith("password", StringComparison.Ordinal) || whole.EndsWith("passwd", StringComparison.Ordinal)))
        {
            return true;
        }

        return words >= 2 && firstWord > 0 && length - letters <= 2 && Openers.Contains(whole.Substring(0, firstWord));
    }

    /// <summary>Whether the value begins as a reference to a store, a file, a variable, a hash or a ciphertext does.</summary>
    public static bool StartsWithReference(ReadOnlySpan<byte> value)
    {
        foreach (string prefix in ReferencePrefixes)
        {
            if (AsciiText.StartsWith(value, prefix, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A hash in the modular crypt format, alone or after a user's name.</summary>
    private static bool IsCryptHash(ReadOnlySpan<byte> value)
    {
        int dollar = value.IndexOf((byte)'$');
        int second = dollar < 0 || dollar + 2 >= value.Length ? -1 : value.Slice(dollar + 1).IndexOf((byte)'$');
        return second is >= 1 and <= 14 && value.Length - dollar >= 20 && (dollar == 0 || value[dollar - 1] == ':');
    }

    private static bool Contains(ReadOnlySpan<byte> value, string text)
    {
        Span<byte> bytes = stackalloc byte[text.Length * 3];
        int length = 0;
        foreach (char c in text)
        {
            if (c < 0x80)
            {
                bytes[length++] = (byte)c;
            }
            else
            {
                bytes[length++] = (byte)(0xE0 | c >> 12);
                bytes[length++] = (byte)(0x80 | c >> 6 & 0x3F);
                bytes[length++] = (byte)(0x80 | c & 0x3F);
            }
        }

        return value.IndexOf(bytes.Slice(0, length)) >= 0;
    }

    /// <summary>%NAME% anywhere.</summary>
    private static bool IsPercentVariable(ReadOnlySpan<byte> value)
    {
        int first = value.IndexOf((byte)'%');
        if (first < 0)
        {
            return false;
        }

        int second = value.Slice(first + 1).IndexOf((byte)'%');
        return second > 1 && IsWord(value.Slice(first + 1, second)) && !Ascii.IsDigit(value[first + 1]);
    }

    /// <summary>{0}, {name}, %s, %d as a whole word of the value.</summary>
    private static bool IsFormatItem(ReadOnlySpan<byte> value)
    {
        if (value.Length == 2 && value[0] == '%' && Ascii.IsLetter(value[1]))
        {
            return true;
        }

        int open = value.IndexOf((byte)'{');
        int close = open < 0 ? -1 : value.Slice(open).IndexOf((byte)'}');
        return close > 1 && IsWord(value.Slice(open + 1, close - 1));
    }

    /// <summary>__NAME__ and similar tokens of deployment tools.</summary>
    private static bool IsUnderscored(ReadOnlySpan<byte> value) =>
        value.Length > 4 && value[0] == '_' && value[1] == '_' && value[value.Length - 1] == '_' && value[value.Length - 2] == '_';

    /// <summary>KEYSTONE_DBPASS: the name of a constant or variable for the reader to replace. Letters and at least one underscore, nothing else.</summary>
    private static bool IsConstantName(ReadOnlySpan<byte> value)
    {
        bool underscore = false;
        foreach (byte b in value)
        {
            underscore |= b == '_';
            if (!Ascii.IsUpper(b) && b != '_')
            {
                return false;
            }
        }

        return underscore && value.Length >= 5;
    }

    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)':' or (byte)' ' or (byte)'$'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool HasDigitAndCase(ReadOnlySpan<byte> text)
    {
        bool digit = false, lower = false, upper = false;
        foreach (byte b in text)
        {
            digit |= Ascii.IsDigit(b);
            lower |= Ascii.IsLower(b);
            upper |= Ascii.IsUpper(b);
        }

        return digit && lower && upper;
    }
}
