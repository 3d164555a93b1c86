using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Urls;

/// <summary>Finds secrets among the <c>name=value</c> pairs of query strings and of <c>application/x-www-form-urlencoded</c> bodies.</summary>
internal sealed class QueryMatcher : Matcher
{
    private const int LongestValue = 4096;
    private const int LeastToken = 16;
    private const int LeastLongToken = 20;
    private const int LeastHexToken = 32;
    private const int LeastFunctionKey = 40;
    private const int LeastPassword = 4;
    private const int LongestBadge = 120;
    private const int LongestQuery = 120; // each way, in which a user is sought
    private const int Neighbourhood = 600;

    public override IReadOnlyList<Signature> Signatures { get; } =
        [.. QueryKeys.All.Select(key => new Signature(key.Name + "=", IgnoreCase: true))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position + Signatures[signature].Literal.Length;
        if (!IsPairStart(text, position, out bool first))
        {
            return;
        }

        int end = ValueEnd(text, start);
        if (end - start < LeastPassword || (first && !IsFollowedByPair(text, end)))
        {
            return;
        }

        ReadOnlySpan<byte> written = text.Slice(start, end - start);
        if (written[written.Length - 1] is (byte)'(' or (byte)'[' || Placeholders.IsPlaceholder(written))
        {
            return;
        }

        Span<byte> buffer = stackalloc byte[Math.Min(written.Length, LongestValue)];
        ReadOnlySpan<byte> value = PercentEncoding.Decode(written, buffer);
        if (!Placeholders.IsPlaceholder(value))
        {
            Judge(context, QueryKeys.All[signature].Kind, start, end, value);
        }
    }

    /// <summary>Whether a pair of a query may begin here; <paramref name="first"/> where only the next pair can tell, as at the start of a form.</summary>
    private static bool IsPairStart(ReadOnlySpan<byte> text, int position, out bool first)
    {
        first = position == 0;
        if (first)
        {
            return true;
        }

        byte before = text[position - 1];
        if (before is (byte)'?' or (byte)'&')
        {
            return true;
        }

        first = before is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'#';
        return first || EndsWith(text, position, "&amp;"u8) || EndsWith(text, position, @"\u0026"u8) || EndsWith(text, position, "%26"u8);
    }

    private static bool EndsWith(ReadOnlySpan<byte> text, int end, ReadOnlySpan<byte> suffix) =>
        end >= suffix.Length && text.Slice(end - suffix.Length, suffix.Length).SequenceEqual(suffix);

    private static bool IsFollowedByPair(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length || text[end] != '&')
        {
            return false;
        }

        int at = end + 1;
        while (at < text.Length && at - end < 40 && (Ascii.IsAlphanumeric(text[at]) || text[at] is (byte)'_' or (byte)'-' or (byte)'.'))
        {
            at++;
        }

        return at > end + 1 && at < text.Length && text[at] == '=';
    }

    private static int ValueEnd(ReadOnlySpan<byte> text, int start)
    {
        int end = start, most = Math.Min(text.Length, start + LongestValue);
        while (end < most && !UserInfo.IsDelimiter(text[end]) && text[end] is not ((byte)'&' or (byte)'?' or (byte)'#' or (byte)'|'))
        {
            end++;
        }

        while (end > start && text[end - 1] is (byte)',' or (byte)';' or (byte)'.' or (byte)')' or (byte)']')
        {
            end--;
        }

        return end;
    }

    private static void Judge(ScanContext context, QueryKind kind, int start, int end, ReadOnlySpan<byte> value)
    {
        (Rule Rule, Confidence Confidence)? verdict = kind switch
        {
            QueryKind.Token when IsToken(value, LeastToken) && !IsDocument(context.Text, start) => (UrlRules.Query, Confidence.High),
            QueryKind.HexToken when value.Length == LeastHexToken && ValueShape.Of(value).IsHex && IsToken(value, LeastHexToken) => (UrlRules.Query, Confidence.Medium),
            QueryKind.LongToken when IsToken(value, LeastLongToken) && !IsImage(context.Text, start) => (UrlRules.Query, Confidence.High),
            QueryKind.FunctionKey when IsToken(value, LeastFunctionKey) && IsFunctionAddress(context, start) => (UrlRules.Query, Confidence.High),
            QueryKind.Presigned when value.Length >= LeastLongToken && !Diversity.IsStub(value) => (UrlRules.Presigned, Confidence.Low),
            QueryKind.Password => PasswordVerdict(value, HasUser(context, start)),
            _ => null,
        };
        if (verdict is { } found)
        {
            context.Report(found.Rule, start, end - start, found.Confidence);
        }
    }

    private static bool IsToken(ReadOnlySpan<byte> value, int least) =>
        Randomness.IsDrawn(value, least) && !value.StartsWith("pk_"u8) && !value.StartsWith("pk."u8) && !JsonWebToken.IsSample(value);

    /// <summary>Whether a literal user stands in the same query: <c>username=a&amp;password=b</c>.</summary>
    private static bool HasUser(ScanContext context, int start)
    {
        int from = Math.Max(context.LineStart(start, LongestQuery), start - LongestQuery), end = Math.Min(context.LineEnd(start, LongestQuery), start + LongestQuery);
        ReadOnlySpan<byte> query = context.Text.Slice(from, end - from);
        foreach (string name in (ReadOnlySpan<string>)["username=", "user=", "login=", "email="])
        {
            int user = AsciiText.IndexOfIgnoreCase(query, name) + name.Length;
            if (user >= name.Length && user + 1 < query.Length && Ascii.IsAlphanumeric(query[user]) && Ascii.IsAlphanumeric(query[user + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word may be a password or the name of one: it takes a digit, a symbol, or a user beside it to be believed.</summary>
    private static (Rule Rule, Confidence Confidence)? PasswordVerdict(ReadOnlySpan<byte> value, bool hasUser)
    {
        if (Patterns.IsPattern(value) || value.IndexOf((byte)'(') >= 0)
        {
            return null;
        }

        bool word = true;
        foreach (byte b in value)
        {
            word &= Ascii.IsLetter(b) || b is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'$';
        }

        return (UrlRules.Query, word ? hasUser && ValueShape.Of(value).Distinct > 2 && !KnownDefaults.Contains(value) && !Labels.IsSecretName(value) ? Confidence.Medium : Confidence.Low : Randomness.IsStrong(value) ? Confidence.High : Confidence.Medium);
    }

    /// <summary>The token of a badge is made to be shown: <c>status.svg?token=…</c>.</summary>
    public static bool IsImage(ReadOnlySpan<byte> text, int start)
    {
        int from = Math.Max(0, start - LongestBadge);
        ReadOnlySpan<byte> before = text.Slice(from, start - from);
        before = before.Slice(before.LastIndexOf((byte)'?') < 0 ? 0 : Math.Max(0, before.LastIndexOf((byte)'?') - 4));
        return before.IndexOf(".svg?"u8) >= 0 || before.IndexOf(".png?"u8) >= 0;
    }

    /// <summary>The key of a spreadsheet of Google's is its name: <c>docs.google.com/spreadsheet/ccc?key=…</c>.</summary>
    private static bool IsDocument(ReadOnlySpan<byte> text, int start)
    {
        int from = Math.Max(0, start - LongestBadge);
        ReadOnlySpan<byte> before = text.Slice(from, start - from);
        return before.IndexOf("google.com/spreadsheet"u8) >= 0 || before.IndexOf("spreadsheets.google.com"u8) >= 0;
    }

    /// <summary>An authorization code is called <c>code</c> too and is dead in minutes; the key of a function stands after its address.</summary>
    private static bool IsFunctionAddress(ScanContext context, int start)
    {
        int from = Math.Max(context.LineStart(start, Neighbourhood), start - Neighbourhood);
        return context.Text.Slice(from, start - from).IndexOf(".azurewebsites."u8) >= 0;
    }
}
