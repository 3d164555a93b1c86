namespace SecretGuard.Detection.Values;

/// <summary>Paths and addresses: where something is, and no secret.</summary>
internal static class PathForms
{
    /// <summary>What names of files and hosts end with.</summary>
    private static readonly WordSet Extensions = WordSet.Of(
        "asc aspx bin cer cfg com conf config crt cs css dat db dll dylib env exe gif go gpg htm html ini java jks jpeg jpg js json jsp jsx "
        + "key keytab lib local log md md5 net org p12 password pdf pem pfx php png properties ps1 pub py rb secret sh snk so sql svg tar "
        + "tfstate token ts tsx txt vue xml yaml yml zip");

    /// <summary>Whether the value is a path, a URL, a file, a mail address.</summary>
    public static bool IsPathOrAddress(ReadOnlySpan<byte> value, ValueShape shape)
    {
        byte first = value[0];
        if (value.IndexOf("://"u8) >= 0 || value.StartsWith("//"u8) || value.StartsWith("./"u8) || value.StartsWith("~/"u8) || value.StartsWith("../"u8) || value.IndexOf(".html#"u8) > 0)
        {
            return true;
        }

        if (value.Length > 2 && Ascii.IsLetter(first) && value[1] == ':' && value[2] is (byte)'\\' or (byte)'/')
        {
            return true;
        }

        int slash = value.IndexOf((byte)'/');
        if (slash >= 0 && shape.Symbols <= 1 && Surprise.Density(value) < 0.55)
        {
            return true;
        }

        int backslash = value.IndexOf((byte)'\\');
        if (backslash > 0 && value.Slice(backslash + 1).IndexOf((byte)'\\') >= 0 && Surprise.Density(value) < 0.5)
        {
            return true;
        }

        return IsEmail(value, shape) || HasFileExtension(value, shape);
    }

    private static bool IsEmail(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int at = value.IndexOf((byte)'@');
        int dot = value.LastIndexOf((byte)'.');
        return at > 0 && dot > at + 1 && value.Length - dot is >= 3 and <= 7 && shape.Symbols == 1 && shape.Spaces == 0 && value.Slice(dot + 1).IndexOfAny((byte)'0', (byte)'1') < 0;
    }

    private static bool HasFileExtension(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int dot = value.LastIndexOf((byte)'.');
        if (dot <= 0 || shape.Spaces > 0 || value.Length - dot is < 3 or > 7)
        {
            return false;
        }

        return Extensions.Contains(value.Slice(dot + 1));
    }
}
