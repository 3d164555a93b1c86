using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>
/// Finds the credentials behind <c>Bearer</c> (RFC 6750) and <c>Basic</c> (RFC 7617), wherever the scheme stands. Bearer tokens must look drawn;
/// basic credentials must decode to a user and a password.
/// </summary>
internal sealed class SchemeMatcher : Matcher
{
    private const int LeastBearer = 16;
    private const int LeastSent = 10; // in a header that is sent
    private const int LongestPair = 256;
    private const int Bearer = 0;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("bearer", IgnoreCase: true), new("basic", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int after = position + Signatures[signature].Literal.Length;
        if (after >= text.Length || text[after] is not ((byte)' ' or (byte)'"' or (byte)'\'' or (byte)':' or (byte)'%' or (byte)'\\' or (byte)'&' or (byte)'`' or (byte)'\t' or (byte)'\n')
            || !Boundary.IsStart(text, position))
        {
            return;
        }

        int start = HeaderValue.Start(context, after), end = start < 0 ? start : HeaderValue.TokenEnd(text, start);
        if (signature == Bearer && end > start)
        {
            ReportToken(context, HttpRules.Bearer, start, end, IsSent(context, position) ? LeastSent : LeastBearer);
        }
        else if (end > start && BasicCredentials.Judge(text.Slice(start, end - start), context.Place) is Confidence confidence)
        {
            context.Report(HttpRules.Basic, start, end - start, confidence);
        }
        else if (signature != Bearer && start > 0 && IsRequestFile(context.Path))
        {
            ReportPlainPair(context, start);
        }
        else if (signature != Bearer)
        {
            ReportEncodedHere(context, after);
        }
    }

    /// <summary>Whether the header's name stands before the scheme.</summary>
    private static bool IsSent(ScanContext context, int position)
    {
        const string Header = "authorization";
        int from = Math.Max(0, position - Header.Length - 8);
        return AsciiText.ContainsIgnoreCase(context.Text.Slice(from, position - from), Header);
    }

    /// <summary>Files of requests that an editor sends: it encodes the pair itself.</summary>
    private static bool IsRequestFile(string path) => path.EndsWith(".http", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rest", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>Authorization: Basic user:password</c>, and with a space between the two.</summary>
    private static void ReportPlainPair(ScanContext context, int start)
    {
        ReadOnlySpan<byte> pair = context.Text.Slice(start, context.LineEnd(start, LongestPair) - start).TrimEndSpaces();
        bool filledIn = pair.StartsWith("{{"u8) && pair.EndsWith("}}"u8); // {{$dotenv NAME}}: one hole, not a user and a password
        int sign = pair.IndexOfAny((byte)':', (byte)' ');
        if (sign > 0 && !filledIn && pair.Slice(sign + 1).IndexOf((byte)' ') < 0 && pair.Slice(sign + 1) is { Length: > 0 } password
            && BasicCredentials.JudgePair(pair.Slice(0, sign), password, context.Place) is Confidence confidence)
        {
            context.Report(HttpRules.Basic, start + sign + 1, password.Length, confidence);
        }
    }

    /// <summary>Reports a token that looks drawn.</summary>
    public static void ReportToken(ScanContext context, Rule rule, int start, int end, int least)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(start, end - start);
        ReadOnlySpan<byte> rest = context.Text.Slice(end);
        bool cut = rest.StartsWith(".."u8) || rest.StartsWith("…"u8); // documentation shows the beginning of a token
        if (!cut && value.Length >= least && Randomness.IsDrawn(value, least) && !Placeholders.IsPlaceholder(value) && !JsonWebToken.IsSample(value))
        {
            context.Report(rule, start, value.Length, Confidence.High);
        }
    }

    /// <summary><c>"Basic " + Base64(GetBytes("user:password"))</c>: the code encodes a literal.</summary>
    private static void ReportEncodedHere(ScanContext context, int start)
    {
        (int literal, int length) = EncodedLiteral.Find(context.Text, start);
        ReadOnlySpan<byte> pair = context.Text.Slice(literal, length);
        int colon = pair.IndexOf((byte)':');
        if (colon > 0 && pair.IndexOfAny((byte)'$', (byte)'{') != 0 && BasicCredentials.JudgePair(pair.Slice(0, colon), pair.Slice(colon + 1), context.Place) is Confidence confidence)
        {
            context.Report(HttpRules.Basic, literal + colon + 1, length - colon - 1, confidence);
        }
    }
}
