namespace SecretGuard.Detection.Values;

/// <summary>
/// Whether a value is what a password was made into to be stored. Who has it has not the password, so it is no finding; only the files that exist to
/// hold hashes are worth an audit, and have a rule of their own.
/// </summary>
internal static class PasswordHashes
{
    private const int LongestScheme = 16;
    private const int LeastDigest = 22; // 16 bytes in Base64

    /// <summary>How the names of functions begin that make passwords into hashes.</summary>
    private static readonly WordSet Algorithms = WordSet.Of("argon bcrypt hmac md5 pbkdf scrypt sha ssha");

    /// <summary>How the notations of crypt(3), LDAP and the frameworks begin.</summary>
    private static readonly WordSet Openings = new(
    [
        "$1$", "$2a$", "$2b$", "$2x$", "$2y$", "$5$", "$6$", "$7$", "$apr1$", "$argon2", "$h$", "$p$", "$pbkdf2", "$y$", "aqaaaaeaaccq", "aqaaaaiaayag", "argon2", "bcrypt:", "md5:",
        "pbkdf2:", "pbkdf2_", "scram-sha-", "scrypt:", "sha1$", "sha1-", "sha1:", "sha256$", "sha256-", "sha256:", "sha384-", "sha512$", "sha512-", "sha512:",
        "{bcrypt}", "{crypt}", "{md5", "{sha", "{ssha",
    ]);

    /// <summary>Whether the value is in such a notation, or under the name of a password a digest in hex.</summary>
    public static bool IsHash(ReadOnlySpan<byte> value) => IsNotation(value) || IsDigest(value);

    /// <summary>Whether the value says itself that it is a hash.</summary>
    public static bool IsNotation(ReadOnlySpan<byte> value) =>
        Openings.BeginsAny(value) || IsModularCrypt(value) || IsScheme(value) || IsFields(value) || (value.Length == 35 && AsciiText.StartsWith(value, "md5") && AsciiText.IsHex(value.Slice(3)));

    /// <summary>Whether the value is as long as a digest in Base64: what a column for passwords holds of hashes.</summary>
    public static bool IsEncodedDigest(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'+' or (byte)'/' or (byte)'='))
            {
                return false;
            }
        }

        return value.Length >= 40 || (value.Length >= 24 && value[value.Length - 1] == '=');
    }

    /// <summary>The modular crypt format, alone or after a user's name: <c>$kind$salt$hash</c>.</summary>
    private static bool IsModularCrypt(ReadOnlySpan<byte> value)
    {
        int dollar = value.IndexOf((byte)'$');
        int second = dollar < 0 || dollar + 2 >= value.Length ? -1 : value.Slice(dollar + 1).IndexOf((byte)'$');
        return second is >= 1 and < LongestScheme && value.Length - dollar >= 20 && (dollar == 0 || value[dollar - 1] == ':');
    }

    /// <summary>RFC 2307: a scheme in braces before the Base64 of the hash.</summary>
    private static bool IsScheme(ReadOnlySpan<byte> value) =>
        value.Length > 6 && value[0] == '{' && value.IndexOf((byte)'}') is > 2 and < LongestScheme && value[1] is (byte)'S' or (byte)'M' or (byte)'C' or (byte)'B' or (byte)'A' or (byte)'s';

    /// <summary>
    /// Three or more fields of which the first names an algorithm or counts rounds, and the last is as long as a digest: <c>1000:salt:hash</c>,
    /// <c>HMACSHA2+256:AAAnEA:salt:hash</c>. Two where the first is a digest itself: <c>hash:salt</c>.
    /// </summary>
    private static bool IsFields(ReadOnlySpan<byte> value)
    {
        int first = value.IndexOfAny((byte)':', (byte)'$'), last = first < 0 ? -1 : value.LastIndexOf(value[first]);
        if (first <= 0 || !IsAlphabet(value))
        {
            return false;
        }

        ReadOnlySpan<byte> head = value.Slice(0, first);
        return last == first
            ? head.Length is 32 or 40 or 64 or 128 && AsciiText.IsHex(head)
            : value.Length - last > LeastDigest && (AsciiText.IsDigits(head) || Algorithms.BeginsAny(head));
    }

    private static bool IsAlphabet(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)':' or (byte)'$' or (byte)'+' or (byte)'/' or (byte)'=' or (byte)'.' or (byte)'-' or (byte)'_' or (byte)','))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Hex of the length of a digest, as MySQL and SQL Server write it too: with a star or 0x before it.</summary>
    private static bool IsDigest(ReadOnlySpan<byte> value)
    {
        int prefix = value.Length > 1 && value[0] == '0' && value[1] is (byte)'x' or (byte)'X' ? 2 : value.Length > 0 && value[0] == '*' ? 1 : 0;
        return value.Length - prefix is 16 or 32 or 40 or 48 or 56 or 64 or 96 or 128 && AsciiText.IsHex(value.Slice(prefix));
    }
}
