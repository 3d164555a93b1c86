using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>How much a password is worth that stands beside its user and its host: in URLs, connection strings, Basic credentials.</summary>
internal static class LoginJudge
{
    private const int LongestNumber = 6;

    /// <summary>The confidence of a value that is no placeholder. An empty host means that none is written there.</summary>
    public static Confidence Judge(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password, HostKind host, FilePlace place)
    {
        if (MadeUpValues.Are(password, place))
        {
            return Confidence.Low;
        }

        if (Randomness.IsStrong(password))
        {
            return Confidence.High;
        }

        bool known = user.SequenceEqual(password) || KnownDefaults.Contains(password);
        return host switch
        {
            HostKind.Documentation => Confidence.Low,
            HostKind.Local or HostKind.Short => known || IsCount(password) ? Confidence.Low : Confidence.High,
            _ => known ? Confidence.Medium : Confidence.High,
        };
    }

    /// <summary>Whether the pair is one that products are shipped with: <c>scott/tiger</c>. Who chose the user chose the password too.</summary>
    public static bool IsShipped(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password) =>
        user.SequenceEqual(password) || (KnownDefaults.Contains(user) && KnownDefaults.Contains(password));

    /// <summary>The user of the examples in RFC 2617 and 7617, and the one that FTP lets in with any password.</summary>
    public static bool IsPublicUser(ReadOnlySpan<byte> user) => user.SequenceEqual("Aladdin"u8) || user.SequenceEqual("anonymous"u8);

    /// <summary><c>1234</c>: what is typed for a machine that nobody else reaches.</summary>
    private static bool IsCount(ReadOnlySpan<byte> password) => password.Length <= LongestNumber && AsciiText.IsDigits(password) && password[0] == '1';
}
