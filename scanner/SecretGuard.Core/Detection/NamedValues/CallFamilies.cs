using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.NamedValues;

/// <summary>What the words in a call's name say about its arguments.</summary>
internal enum CallFamily
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It signs in: a user, then a password.</summary>
    SignIn,

    /// <summary>It opens a connection: an address, and a password behind its user.</summary>
    Connect,

    /// <summary>It makes an account: a name, and a password among what else describes it.</summary>
    Account,

    /// <summary>It encrypts or authenticates: a key beside its text.</summary>
    Cipher,
}

/// <summary>Where a call stands: its name, and the first byte behind the bracket that opens its arguments.</summary>
/// <param name="Start">First byte of the name.</param>
/// <param name="End">The byte after the name.</param>
/// <param name="Open">The byte after the bracket.</param>
/// <param name="IsPair">Whether it is no call but a pair that is assigned: <c>auth=("user", "value")</c>.</param>
internal readonly record struct CallPlace(int Start, int End, int Open, bool IsPair);

/// <summary>Knows the families of calls that take a credential at no fixed place, by the words of their names. Data only.</summary>
internal static class CallFamilies
{
    private const int LongestName = 48;

    /// <summary>Where a look at the name of a call is worth while.</summary>
    public static readonly string[] Roots =
    [
        "login", "logon", "sign_in", "signin", "auth", "credential", "bind(",
        "connect(", "connection(", "source(", "user(", "account(", "password(", "hmac", "encrypt", "decrypt", "totp(", "hotp(",
    ];

    private static readonly WordSet SignIn = WordSet.Of("auth authenticate authentication authorization basicauth bind credential credentials login logon signin");

    private static readonly WordSet Connect = WordSet.Of("connect connection datasource");

    private static readonly WordSet Account = WordSet.Of("account superuser user");

    private static readonly WordSet Cipher = WordSet.Of("decrypt decrypted encrypt encrypted hmac hotp totp");

    /// <summary>Words that may follow the verb: <c>loginAsync</c>, <c>sign_in_with_email_and_password</c>.</summary>
    private static readonly WordSet Tails = WordSet.Of("1 2 256 384 5 512 64 account admin aes and as async base basic by cbc client create data digest email ex for gcm hex hexdigest key md new password sha string sync text to token user username with");

    /// <summary>Words before the verb that make the arguments something else: what is expected, a question about them.</summary>
    private static readonly WordSet Denying = WordSet.Of("allows assert can check expect expected has is mock needs no optional require required requires skip skips supports test verify without");

    /// <summary>Words before <c>password</c> of calls that are told whose it is: <c>set_password("service", "user", "value")</c>.</summary>
    private static readonly WordSet Setters = WordSet.Of("change reset save set store update");

    /// <summary>Words before <c>user</c> that make a new one: <c>createUser</c>. A constructor needs none.</summary>
    private static readonly WordSet Makers = WordSet.Of("add build create insert make new register save seed");

    /// <summary>The family of a call by its name; <paramref name="name"/> ends before the parenthesis.</summary>
    public static CallFamily Of(ReadOnlySpan<byte> name)
    {
        List<string> words = NameTokens.Split(name);
        int verb = words.Count - 1;
        while (verb > 0 && FamilyOf(words, verb) == CallFamily.None && Tails.Contains(words[verb]))
        {
            verb--;
        }

        return verb < 0 || (verb > 0 && Denying.Contains(words[0])) || words.Contains("lookup") ? CallFamily.None : FamilyOf(words, verb);
    }

    /// <summary>The call whose name holds a root at <paramref name="position"/>; false where none stands there.</summary>
    public static bool TryFindCall(ReadOnlySpan<byte> text, int position, int length, out CallPlace call)
    {
        int start = position, end = position + length;
        end -= text[end - 1] == '(' ? 1 : 0;
        while (end < text.Length && end - position < LongestName && IsNameByte(text[end]))
        {
            end++;
        }

        while (start > 0 && position - start < LongestName && IsNameByte(text[start - 1]))
        {
            start--;
        }

        // HMAC.new(: the word is the name of the type.
        int member = end;
        while (member + 1 < text.Length && member - end < LongestName && (IsNameByte(text[member]) || (text[member] is (byte)'.' or (byte)':' && !Ascii.IsSpace(text[member + 1]))))
        {
            member++;
        }

        bool called = member < text.Length && text[member] == '(', pair = false;
        int open = (end = called ? member : end) + 1;
        if (!called)
        {
            pair = TryFindPair(text, end, out open);
        }

        call = new CallPlace(start, end, open, pair);
        return (called || pair) && open < text.Length;
    }

    /// <summary>A user and a password in brackets: <c>auth=("user", "value")</c>, <c>'auth' => ['user', 'value']</c>.</summary>
    private static bool TryFindPair(ReadOnlySpan<byte> text, int at, out int open)
    {
        int most = Math.Min(text.Length, at + 8);
        at += at < most && text[at] is (byte)'"' or (byte)'\'' ? 1 : 0;
        bool sign = false;
        while (at < most && text[at] is (byte)'=' or (byte)':' or (byte)'>' or (byte)' ')
        {
            sign |= text[at] is (byte)'=' or (byte)':';
            at++;
        }

        open = at + 1;
        return sign && at < most && text[at] is (byte)'(' or (byte)'[' && open < text.Length;
    }

    private static CallFamily FamilyOf(List<string> words, int at)
    {
        string word = words[at], before = at > 0 ? words[at - 1] : "";
        return SignIn.Contains(word) || (word == "in" && before is "sign" or "log") ? CallFamily.SignIn
            : Connect.Contains(word) || (word == "source" && before == "data") ? CallFamily.Connect
            : word == "password" && Setters.Contains(before) ? CallFamily.Account
            : Account.Contains(word) && (words.Count == 1 || Makers.Contains(words[0])) ? CallFamily.Account
            : Cipher.Contains(word) ? CallFamily.Cipher
            : CallFamily.None;
    }

    private static bool IsNameByte(byte value) => Ascii.IsAlphanumeric(value) || value == '_';
}
