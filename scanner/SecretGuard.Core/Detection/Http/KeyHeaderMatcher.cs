using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>Finds keys and tokens in headers that are made for them: <c>X-Api-Key</c>, <c>PRIVATE-TOKEN</c>, <c>Ocp-Apim-Subscription-Key</c>…</summary>
internal sealed class KeyHeaderMatcher : Matcher
{
    private const int LongestName = 48;
    private const int LeastValue = 16;

    /// <summary>Headers without the X- that most of them have.</summary>
    private static readonly HashSet<string> Names = new(
        ["api-key", "private-token", "job-token", "deploy-token", "dd-api-key", "dd-application-key", "ocp-apim-subscription-key", "aeg-sas-key", "circle-token", "fastly-key", "xi-api-key", "auth-token", "newrelic-api-key"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words in a name that say what the key or token is for: nothing that must stay secret.</summary>
    private static readonly HashSet<string> Harmless = new(
        ["csrf", "xsrf", "csrftoken", "request", "correlation", "trace", "idempotency", "cache", "page", "pagination", "next", "continuation", "cursor", "partition", "row", "sort", "public", "routing", "surrogate", "object", "message", "storage", "etag", "websocket", "forgery", "antiforgery", "verification", "publishable"],
        StringComparer.OrdinalIgnoreCase);

    public override IReadOnlyList<Signature> Signatures { get; } =
        [new("-key", IgnoreCase: true), new("-token", IgnoreCase: true), new("-secret", IgnoreCase: true), new("-auth", IgnoreCase: true), new("apikey", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int end = position + Signatures[signature].Literal.Length;
        if (end >= text.Length || Ascii.IsAlphanumeric(text[end]) || text[end] is (byte)'-' or (byte)'_' or (byte)'.' or (byte)')' or (byte)';')
        {
            return;
        }

        int start = position;
        while (start > 0 && end - start < LongestName && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)'-' or (byte)'_'))
        {
            start--;
        }

        byte before = start == 0 ? (byte)' ' : text[start - 1];
        if (before is (byte)'?' or (byte)'&' or (byte)'.' or (byte)'$' || !IsSecretHeader(text.Slice(start, end - start), before))
        {
            return;
        }

        int value = HeaderValue.Start(context, end);
        if (value >= 0)
        {
            SchemeMatcher.ReportToken(context, HttpRules.Key, value, HeaderValue.TokenEnd(text, value), LeastValue);
        }
    }

    private static bool IsSecretHeader(ReadOnlySpan<byte> name, byte before)
    {
        Span<char> chars = stackalloc char[name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            chars[i] = (char)name[i];
        }

        string text = chars.ToString();
        bool own = name.Length > 3 && (name[0] | 0x20) == 'x' && name[1] is (byte)'-' or (byte)'_';
        // In one word it is a name of everything; quoted and in small letters it is the header.
        if (!own && (text.IndexOf('-') < 0 ? text != "apikey" || before is not ((byte)'"' or (byte)'\'') : !Names.Contains(text)))
        {
            return false;
        }

        foreach (string word in text.Split('-', '_'))
        {
            if (Harmless.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
