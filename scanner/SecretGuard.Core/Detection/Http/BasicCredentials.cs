using SecretGuard.Detection.Values;
using SecretGuard.Findings;

namespace SecretGuard.Detection.Http;

/// <summary>A user and a password as HTTP sends them: joined by a colon, in Base64 (RFC 7617).</summary>
internal static class BasicCredentials
{
    private const int Shortest = 8;
    private const int Longest = 512;
    private const int LeastPassword = 3;

    /// <summary>How sure it is that the text carries a real password; null where it carries none.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> encoded, FilePlace place)
    {
        if (encoded.Length is < Shortest or > Longest)
        {
            return null;
        }

        ReadOnlySpan<byte> pair = Base64Text.DecodeLoosely(encoded);
        int colon = pair.IndexOf((byte)':');
        return colon >= 0 && IsPrintable(pair) ? JudgePair(pair.Slice(0, colon), pair.Slice(colon + 1), place) : null;
    }

    /// <summary>Judges a user and a password. No host stands beside them.</summary>
    public static Confidence? JudgePair(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password, FilePlace place)
    {
        if (password.Length < LeastPassword || Placeholders.IsPlaceholder(password) || Patterns.IsPattern(password) || LoginJudge.IsPublicUser(user))
        {
            return null;
        }

        return LoginJudge.Judge(user, password, HostKind.Local, place);
    }

    /// <summary>Bytes of 0x80 and more are believed only as UTF-8: random bytes hardly ever are.</summary>
    private static bool IsPrintable(ReadOnlySpan<byte> text)
    {
        int continuation = 0;
        foreach (byte b in text)
        {
            if (b is < 0x20 or 0x7F || (continuation > 0) != ((b & 0xC0) == 0x80))
            {
                return false;
            }

            continuation = continuation > 0 ? continuation - 1 : b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : b >= 0xC0 ? 1 : 0;
        }

        return continuation == 0;
    }
}
