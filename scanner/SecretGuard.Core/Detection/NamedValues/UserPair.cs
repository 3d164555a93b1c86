namespace SecretGuard.Detection.NamedValues;

/// <summary>A user and a password in one value: <c>basic_auth: "admin:password"</c>.</summary>
internal static class UserPair
{
    private const int LongestUser = 64;

    /// <summary>Whether the name says that its value is a pair and the value is one; <paramref name="colon"/> is where the user ends.</summary>
    public static bool TryRead(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, out int colon) => TryReadPair(value, out colon) && IsPairName(name);

    /// <summary>Whether the value is such a pair; <paramref name="colon"/> is where the user ends.</summary>
    public static bool TryReadPair(ReadOnlySpan<byte> value, out int colon)
    {
        colon = value.IndexOf((byte)':');
        if (colon is < 1 or > LongestUser || value.Length - colon < 4)
        {
            return false;
        }

        foreach (byte b in value.Slice(0, colon))
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)'@'))
            {
                return false;
            }
        }

        // T:System.Text.Encoding: how documentation names a type.
        if (colon == 1 && Ascii.IsUpper(value[0]) && value.IndexOf((byte)'.') > 0)
        {
            return false;
        }

        // scheme://, a::b and times are no pairs.
        return value[colon + 1] is not ((byte)'/' or (byte)':' or (byte)' ') && value.Slice(colon + 1).IndexOfAny((byte)':', (byte)' ') < 0;
    }

    private static bool IsPairName(ReadOnlySpan<byte> name)
    {
        List<string> words = Names.NameTokens.Split(name);
        return words.Count > 0 && (words[0] == "bundle" && words.Count > 2 || (words[words.Count - 1] == "info" && words.Count > 1 && words[words.Count - 2] == "user") || words[words.Count - 1] is "auth" or "basicauth" or "credentials" or "credential" or "creds" or "cred" or "userpass" or "userpwd" or "login" or "userinfo"); // BUNDLE_GEMS__CORP__NET: the login at a server of gems
    }
}
