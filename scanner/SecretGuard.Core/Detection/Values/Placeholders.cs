namespace SecretGuard.Detection.Values;

/// <summary>
/// Whether a value stands for another: a template, a reference to a store or a variable, a mask, a null word, a stub for the reader to fill in.
/// Decided by the whole value, never by a word that it happens to contain: people's passwords contain words.
/// </summary>
public static class Placeholders
{
    /// <summary>Words that say "nothing here" or "put yours here" when they are the whole value (lower case, separators removed).</summary>
    private static readonly WordSet Words = WordSet.Of(
        "1password abc accesskey accesstoken accountkey adminpassword anonymous anything apikey apitoken appsecret ask aucun aucune "
        + "authkey authtoken auto bad bar baz bearertoken blah brak censored changeit changeme changeme123 changethis clientsecret "
        + "confidential credential credentials dbpass dbpassword default demo disabled dummy dummyapikey dummykey dummypassword dummysecret "
        + "dummytoken empty enabled encrypted env example examplekey examplepassword examplesecret exampletoken fake fakeapikey fakekey "
        + "fakepassword fakesecret faketoken false file fillin fillme filtered fixme foo foobar geen generated guest hashed hidden include "
        + "incorrect ingen inherit invalid invalidtoken irrelevant keep keine keiner key keychain keyhere keyring login masked missing mock "
        + "mockapikey mockkey mockpassword mocksecret mocktoken myapikey mykey mypass mypassword mypwd mysecret mysecretkey mytoken na name "
        + "nenhum nenhuma nessuna nessuno newpassword nil ninguna ninguno no none nope notapplicable notconfigured notset notused null off "
        + "oldpassword omit omitted on optional p pass passphrase passwd password passwort placeholder private privatekey prompt publickey "
        + "pw pwd qux redacted refreshtoken removed replaceme replacethis required rootpassword sameorigin sample samplekey samplepassword "
        + "samplesecret sampletoken secret secretkey secretvalue setme sharedsecret somekey somepassword somesecret something sometoken "
        + "stdin string stub supersecret tbd test testapikey testing testkey testpass testpassword tests testsecret testtoken testvalue "
        + "text thepassword thesecret thetoken todo token tokenvalue topsecret true unchanged undefined unknown unset updateme user username "
        + "userpassword usertoken validtoken value vault whatever word wrong xxx yes yourapikey yourkey yourpass yourpassword yoursecret "
        + "yourtoken žádné нет");

    /// <summary>First words of a stub for the reader: "your-…", "enter the …". The rest of the value is words too.</summary>
    private static readonly WordSet Openers = WordSet.Of(
        "a add an any ask change default dummy enter example fake fill fixme generate generated get insert mock my no not paste placeholder provide put "
        + "redacted removed replace sample see set some super test the this todo use xxx your");

    /// <summary>Those of them with which names in code begin: <c>DefaultFoo</c>. People's own phrases do not.</summary>
    private static readonly WordSet MadeUp = WordSet.Of("default dummy example fake mock placeholder sample test your");

    /// <summary>Those of them that people's own phrases begin with too: "my cat and dog". What the reader is to fill in is called by its name.</summary>
    private static readonly WordSet Attributes = WordSet.Of("a an my some super the this");

    /// <summary>Whether the value is not a secret itself but stands for one, hides one, or is nothing.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> value)
    {
        value = value.TrimWhite();
        return value.Length == 0 || Templates.IsTemplate(value) || IsMasked(value) || References.IsReference(value) || PasswordHashes.IsNotation(value) || IsStubWords(value)
            || (value.Length > 2 && value[value.Length - 1] == ')' && IsStubWords(value.Slice(value[0] == '(' ? 1 : 0, value.Length - (value[0] == '(' ? 2 : 1)))); // (none); its opening may be taken for a wrapper's
    }

    /// <summary>Whether stubs begin with this word.</summary>
    internal static bool IsOpener(string word) => Openers.Contains(word);

    /// <summary>Whether the value is a mask: only mask characters, or a visible head and a masked rest.</summary>
    internal static bool IsMasked(ReadOnlySpan<byte> value)
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

        return mask == value.Length || (longest >= 4 && longest * 2 >= value.Length) || value.IndexOf("****"u8) >= 0 || value.IndexOf("xxxxx"u8) >= 0 || value.IndexOf("XXXXX"u8) >= 0
            || value.IndexOf("..."u8) >= 0 || value.IndexOf("REDACTED"u8) >= 0 || value.IndexOf("\u2022\u2022"u8) >= 0 || value.IndexOf("\u2026"u8) >= 0;
    }

    /// <summary>Whether the value is a word for nothing, or words that tell the reader what to put here.</summary>
    internal static bool IsStubWords(ReadOnlySpan<byte> value)
    {
        if (value.Length > 80)
        {
            return false;
        }

        Span<byte> folded = stackalloc byte[value.Length];
        int length = 0, words = 1, letters = 0, firstWord = -1;
        bool exclaimed = value.Length > 0 && value[value.Length - 1] == '!';
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
                folded[length++] = Ascii.ToLower(b);
                letters += Ascii.IsLetter(b) ? 1 : 0;
            }
            else if (i != value.Length - 1 || b is not ((byte)'@' or (byte)':' or (byte)'=' or (byte)'!'))
            {
                return false;
            }
        }

        ReadOnlySpan<byte> whole = folded.Slice(0, length);
        bool capital = value.Length > 1 && Ascii.IsUpper(value[0]) && Ascii.IsLower(value[1]); // Password1 is what a policy makes of it
        if (!exclaimed && (Words.Contains(whole) || (letters >= 3 && !capital && length - letters == 1 && Ascii.IsDigit(whole[length - 1]) && Words.Contains(whole.Slice(0, length - 1)))))
        {
            return true;
        }

        // YOURPASSWORDHERE
        if (letters == value.Length && whole.StartsWith("your"u8) && whole.EndsWith("here"u8))
        {
            return true;
        }

        if (letters == value.Length && MadeUp.Contains(whole.Slice(0, FirstWordOf(value))))
        {
            return true;
        }

        // rightpassword, NewUserPassword: letters that end by saying what they are describe a password.
        if (letters == value.Length && (whole.EndsWith("password"u8) || whole.EndsWith("passwd"u8)))
        {
            return true;
        }

        if (words < 2 || firstWord <= 0 || length - letters > 2)
        {
            return false;
        }

        ReadOnlySpan<byte> opener = whole.Slice(0, firstWord);
        return Openers.Contains(opener) && (!Attributes.Contains(opener) || Labels.HasSecretWord(value));
    }

    /// <summary>How long the first word of <c>TwoWords</c> is.</summary>
    private static int FirstWordOf(ReadOnlySpan<byte> letters)
    {
        int end = 1;
        while (end < letters.Length && !Ascii.IsUpper(letters[end]))
        {
            end++;
        }

        return Math.Min(end, letters.Length);
    }
}
