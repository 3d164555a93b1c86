using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>
/// Finds <c>Authorization</c> with the schemes of single vendors (<c>token</c>, <c>ApiKey</c>, <c>SSWS</c>, <c>Bot</c>…) and with a bare token.
/// <see cref="SchemeMatcher"/> knows the registered schemes.
/// </summary>
internal sealed class AuthorizationMatcher : Matcher
{
    private const int LeastToken = 16;
    private const int LeastBare = 20;
    private const int LongestScheme = 24;

    // Answers to a challenge, signatures of a request, and what SchemeMatcher finds: their parameters open nothing later or are no values.
    private static readonly WordSet Others = WordSet.Of(
        "aws aws4-hmac-sha256 basic bearer digest dpop hawk hoba kerberos mutual negotiate ntlm oauth sharedkey sharedkeylite signature");

    public override IReadOnlyList<Signature> Signatures { get; } = [new("authorization", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int after = position + Signatures[signature].Literal.Length;
        if (after >= text.Length || Ascii.IsAlphanumeric(text[after]) || text[after] is (byte)'(' or (byte)'_' or (byte)'-' || !Boundary.IsStart(text, position))
        {
            return;
        }

        int start = HeaderValue.Start(context, after);
        if (start < 0 || !Ascii.IsAlphanumeric(text[start]))
        {
            return;
        }

        int end = start;
        while (end < text.Length && end - start < LongestScheme && (Ascii.IsAlphanumeric(text[end]) || text[end] is (byte)'-' or (byte)'_'))
        {
            end++;
        }

        if (Others.Contains(text.Slice(start, end - start)))
        {
            return;
        }

        if (end >= text.Length || text[end] != ' ')
        {
            SchemeMatcher.ReportToken(context, HttpRules.Scheme, start, HeaderValue.TokenEnd(text, start), LeastBare);
            return;
        }

        int value = end + 1 + ParameterLength(text.Slice(end + 1, Math.Min(16, text.Length - end - 1)));
        SchemeMatcher.ReportToken(context, HttpRules.Scheme, value, HeaderValue.TokenEnd(text, value), LeastToken);
    }

    /// <summary><c>token="…"</c> and <c>key=…</c> behind the scheme.</summary>
    private static int ParameterLength(ReadOnlySpan<byte> text)
    {
        int equals = text.IndexOf((byte)'=');
        if (equals < 0)
        {
            return 0;
        }

        foreach (byte b in text.Slice(0, equals))
        {
            if (!Ascii.IsLower(b))
            {
                return 0;
            }
        }

        int at = equals + 1;
        at += at < text.Length && text[at] == '\\' ? 1 : 0;
        return at < text.Length && text[at] is (byte)'"' or (byte)'\'' ? at + 1 : at;
    }
}
