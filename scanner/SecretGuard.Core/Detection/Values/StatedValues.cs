using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>What a value is worth that stands where a secret belongs: after <c>IDENTIFIED BY</c>, as the argument of an option, in a field of a known file.</summary>
internal static class StatedValues
{
    private const int MinLength = 3;
    private const int MaxLength = 4096;
    private const int LeastChosen = 4; // shorter ones are x1, y2 and the like

    /// <summary>Defaults that whole products ship with: they protect nothing, and everybody knows them.</summary>
    private static readonly HashSet<string> Defaults = new(
        ["admin", "administrator", "root", "toor", "postgres", "mysql", "mariadb", "redis", "rabbitmq", "elastic", "minio", "minioadmin", "sonar", "tomcat", "oracle", "tiger", "manager", "vagrant", "raspberry", "ubuntu", "public", "sa", "sys", "system", "mongo", "mongodb", "docker", "localhost"],
        StringComparer.Ordinal);

    /// <summary>The confidence of the value: null where it is none, low where it is a product's default, else what the place gives.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, Confidence place)
    {
        if (value.Length is < MinLength or > MaxLength || Placeholders.IsPlaceholder(value) || IsName(value))
        {
            return null;
        }

        return IsDefault(value) ? Confidence.Low : place;
    }

    /// <summary>
    /// Whether the value looks chosen and not written as prose: it has a digit, a symbol, or capitals inside. For places where
    /// words may follow too, such as help texts and documentation.
    /// </summary>
    public static bool LooksChosen(ReadOnlySpan<byte> value)
    {
        bool digit = false, symbol = false, lower = false, innerUpper = false;
        for (int i = 0; i < value.Length; i++)
        {
            byte b = value[i];
            digit |= Ascii.IsDigit(b);
            lower |= Ascii.IsLower(b);
            innerUpper |= i > 0 && Ascii.IsUpper(b);
            symbol |= b is (byte)'#' or (byte)'$' or (byte)'%' or (byte)'^' or (byte)'&' or (byte)'*' or (byte)'+' or (byte)'~' or (byte)'?' or (byte)'=' || (b is (byte)'@' or (byte)'!' && i > 0);
        }

        return value.Length >= LeastChosen && (digit || symbol) && (lower || innerUpper || value.Length >= 6);
    }

    /// <summary>Whether the value is a digest in hex, or in the notation of a password hash.</summary>
    public static bool IsHash(ReadOnlySpan<byte> value)
    {
        if (value.Length > 1 && value[0] == '0' && value[1] is (byte)'x' or (byte)'X')
        {
            value = value.Slice(2);
        }

        if (value.Length > 0 && value[0] == '*')
        {
            value = value.Slice(1); // MySQL writes SHA-1 of SHA-1 with a star
        }

        if (value.Length is not (16 or 32 or 40 or 48 or 56 or 64 or 96 or 128))
        {
            return value.Length > 3 && value[0] == '$' && value.Slice(1).IndexOf((byte)'$') is > 0 and < 16;
        }

        return AsciiText.IsHex(value);
    }

    /// <summary><c>db_password</c>, <c>my-secret-token</c>: the name of a secret in the place of its value; <c>password_here</c>: the place itself.</summary>
    private static bool IsName(ReadOnlySpan<byte> value)
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

        return divided && (SecretNames.Says(value) || AsciiText.Is(value.Slice(Math.Max(0, value.Length - 5)), "_here") || AsciiText.Is(value.Slice(Math.Max(0, value.Length - 5)), "-here"));
    }

    private static bool IsDefault(ReadOnlySpan<byte> value) => value.Length <= 16 && Defaults.Contains(AsciiText.ToLower(value));
}
