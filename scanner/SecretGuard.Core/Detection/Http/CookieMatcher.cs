using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>Finds session identifiers in <c>Cookie</c> and <c>Set-Cookie</c> headers (RFC 6265): long drawn values under the names of sessions.</summary>
internal sealed class CookieMatcher : Matcher
{
    private const int LongestHeader = 4096;
    private const int LongestName = 64;
    private const int LeastValue = 20;
    private const int MostCookies = 64;

    private static readonly string[] Marks = ["sess", "auth", "sid", "token", "jwt", "identity", "login", "logged_in", "remember", ".aspnetcore.cookies", ".aspnet.applicationcookie", "aspxauth"];

    private static readonly string[] Harmless = ["csrf", "xsrf", "antiforgery", "requestverification", "correlation", "nonce", "consent"];

    public override IReadOnlyList<Signature> Signatures { get; } = [new("cookie", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int after = position + Signatures[signature].Literal.Length;
        if (after >= text.Length || text[after] is not ((byte)':' or (byte)'"' or (byte)'\'' or (byte)'\\' or (byte)'=' or (byte)' '))
        {
            return;
        }

        int at = HeaderValue.Start(context, after);
        int most = at < 0 ? 0 : Math.Min(text.Length, at + LongestHeader);
        for (int i = 0; i < MostCookies && at >= 0 && at < most; i++)
        {
            int equals = NameEnd(text, at, most);
            if (equals < 0)
            {
                return;
            }

            int end = HeaderValue.TokenEnd(text, equals + 1);
            if (IsSession(text.Slice(at, equals - at)) && Randomness.IsDrawn(text.Slice(equals + 1, end - equals - 1), LeastValue))
            {
                context.Report(HttpRules.Cookie, equals + 1, end - equals - 1, Confidence.High);
            }

            at = NextPair(text, end, most);
        }
    }

    private static int NameEnd(ReadOnlySpan<byte> text, int at, int most)
    {
        int end = at;
        while (end < most && end - at < LongestName && (Ascii.IsAlphanumeric(text[end]) || text[end] is (byte)'.' or (byte)'_' or (byte)'-'))
        {
            end++;
        }

        return end > at && end < most && text[end] == '=' ? end : -1;
    }

    private static int NextPair(ReadOnlySpan<byte> text, int at, int most)
    {
        if (at >= most || text[at] != ';')
        {
            return -1;
        }

        at++;
        return AsciiText.SkipSpaces(text, at, most);
    }

    private static bool IsSession(ReadOnlySpan<byte> name)
    {
        Span<char> folded = stackalloc char[name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            folded[i] = (char)Ascii.ToLower(name[i]);
        }

        string text = folded.ToString();
        return HoldsAny(text, Marks) && !HoldsAny(text, Harmless);
    }

    private static bool HoldsAny(string text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.AsSpan().IndexOf(word.AsSpan()) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
