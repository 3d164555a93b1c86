using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Urls;

/// <summary>Finds <c>scheme://user:password@host</c> and <c>https://token@host</c> (RFC 3986, section 3.2.1).</summary>
internal sealed class UserInfoMatcher : Matcher
{
    private const int LongestScheme = 24;
    private const int LeastToken = 20;
    private const int LeastPassword = 3;
    private const int SentryKey = 32;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("://"), new(@":\/\/")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (position == 0 || !Ascii.IsAlphanumeric(text[position - 1]))
        {
            return;
        }

        bool web = IsWeb(text, position);
        if (!UserInfo.TryRead(text, position + Signatures[signature].Literal.Length, web, out UserInfo info))
        {
            return;
        }

        if (info.Colon < 0 || info.Colon + 1 == info.At || IsStandIn(text.Slice(info.Colon + 1, info.At - info.Colon - 1)))
        {
            JudgeUser(context, info, web);
        }
        else
        {
            JudgePassword(context, info);
        }
    }

    private static bool IsWeb(ReadOnlySpan<byte> text, int schemeEnd)
    {
        int start = schemeEnd;
        while (start > 0 && schemeEnd - start < LongestScheme && Ascii.IsAlphanumeric(text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<byte> scheme = text.Slice(start, schemeEnd - start);
        return scheme.Length is 4 or 5 && (scheme[0] | 0x20) == 'h' && (scheme[1] | 0x20) == 't' && (scheme[2] | 0x20) == 't' && (scheme[3] | 0x20) == 'p';
    }

    /// <summary>Words that hosts of repositories ask for in the place of a password when the user is a token.</summary>
    private static bool IsStandIn(ReadOnlySpan<byte> password) =>
        password.SequenceEqual("x"u8) || password.SequenceEqual("X"u8) || password.SequenceEqual("x-oauth-basic"u8);

    private static void JudgeUser(ScanContext context, UserInfo info, bool web)
    {
        int end = info.Colon < 0 ? info.At : info.Colon;
        ReadOnlySpan<byte> user = context.Text.Slice(info.Start, end - info.Start);
        if (web && Randomness.IsDrawn(user, LeastToken) && !Placeholders.IsPlaceholder(user) && !IsSentryKey(context.Text, user, info))
        {
            context.Report(UrlRules.Token, info.Start, user.Length, Confidence.High);
        }
    }

    /// <summary>The address to which a client sends crash reports: its key is public, 32 hex digits before a host and a project number.</summary>
    private static bool IsSentryKey(ReadOnlySpan<byte> text, ReadOnlySpan<byte> user, UserInfo info)
    {
        foreach (byte b in user)
        {
            if (!Ascii.IsHex(b))
            {
                return false;
            }
        }

        ReadOnlySpan<byte> rest = text.Slice(info.HostEnd, Math.Min(64, text.Length - info.HostEnd));
        int slash = rest.IndexOf((byte)'/');
        return user.Length == SentryKey && slash >= 0 && slash + 1 < rest.Length && Ascii.IsDigit(rest[slash + 1]);
    }

    private static void JudgePassword(ScanContext context, UserInfo info)
    {
        ReadOnlySpan<byte> text = context.Text;
        ReadOnlySpan<byte> user = text.Slice(info.Start, info.Colon - info.Start);
        ReadOnlySpan<byte> written = text.Slice(info.Colon + 1, info.At - info.Colon - 1);
        Span<byte> buffer = stackalloc byte[written.Length];
        ReadOnlySpan<byte> password = PercentEncoding.Decode(written, buffer);
        if (password.Length < LeastPassword || !HasAlphanumeric(password) || Placeholders.IsPlaceholder(written) || Placeholders.IsPlaceholder(password)
            || Patterns.IsPattern(written) || Patterns.IsPattern(user) || (user.Length > 0 && user[0] == '['))
        {
            return;
        }

        HostKind host = Hosts.KindOf(text.Slice(info.At + 1, info.HostEnd - info.At - 1));
        context.Report(UrlRules.Password, info.Colon + 1, written.Length, LoginJudge.Judge(user, password, host, context.Place));
    }

    private static bool HasAlphanumeric(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (Ascii.IsAlphanumeric(b))
            {
                return true;
            }
        }

        return false;
    }
}
