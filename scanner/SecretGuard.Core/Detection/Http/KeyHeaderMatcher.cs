using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>Finds keys and tokens in headers that are made for them: <c>X-Api-Key</c>, <c>PRIVATE-TOKEN</c>, <c>Ocp-Apim-Subscription-Key</c>…</summary>
internal sealed class KeyHeaderMatcher : Matcher
{
    private const int LongestName = 48;
    private const int LeastValue = 16;

    /// <summary>Headers without the X- that most of them have.</summary>
    private static readonly WordSet Names = WordSet.Of(
        "aeg-sas-key api-key auth-token circle-token dd-api-key dd-application-key deploy-token fastly-key job-token newrelic-api-key ocp-apim-subscription-key "
        + "private-token xi-api-key");

    /// <summary>Words in a name that say what the key or token is for: nothing that must stay secret.</summary>
    private static readonly WordSet Harmless = WordSet.Of(
        "antiforgery cache continuation correlation csrf csrftoken cursor etag forgery idempotency message next object page pagination partition public "
        + "publishable request routing row sender sort storage surrogate trace verification websocket xsrf");

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
        bool own = name.Length > 3 && (name[0] | 0x20) == 'x' && name[1] is (byte)'-' or (byte)'_';
        // In one word it is a name of everything; quoted and in small letters it is the header.
        if (!own && (name.IndexOf((byte)'-') < 0 ? !name.SequenceEqual("apikey"u8) || before is not ((byte)'"' or (byte)'\'') : !Names.Contains(name)))
        {
            return false;
        }

        foreach (string word in AsciiText.ToLower(name).Split('-', '_'))
        {
            if (Harmless.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
