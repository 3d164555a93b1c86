using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;
using Match = System.Text.RegularExpressions.Match;

namespace SecretGuard.Configuration;

/// <summary>
/// Finds a user's rule: around each of its keywords the regular expression looks at a bounded window, from at most 256 bytes before the
/// keyword to 1,024 after it. Where the framework has it, the expression runs without backtracking; elsewhere under a time limit.
/// </summary>
public sealed class RegexMatcher : Matcher
{
    private const int Before = 256;
    private const int After = 1024;
#if NET
    // Without backtracking a window takes a moment; a limit that a busy machine could hit would make findings a matter of luck.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
#else
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);
#endif
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    private readonly Regex _regex;
    private readonly Rule _rule;
    private readonly List<Signature> _signatures = [];

    /// <summary>Makes a matcher. Throws <see cref="ArgumentException"/> or <see cref="NotSupportedException"/> where the expression is wrong or needs backtracking.</summary>
    public RegexMatcher(Rule rule, string pattern, IReadOnlyList<string> keywords)
    {
        _rule = rule;
#if NET
        _regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline, Limit);
#else
        _regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, Limit);
#endif
        foreach (string keyword in keywords)
        {
            _signatures.Add(new Signature(keyword, IgnoreCase: true));
        }
    }

    /// <summary>How many groups the expression has.</summary>
    public int Groups => _regex.GetGroupNumbers().Length - 1;

    /// <summary>Which group of the expression is the secret; 0 takes the first group, or the whole match where there is none.</summary>
    public int SecretGroup { get; init; }

    /// <summary>Fewest bits of entropy a character must have, as Shannon counts them over the value's own characters; 0 for no check.</summary>
    public double MinEntropy { get; init; }

    /// <summary>Paths that the rule looks at; empty for all.</summary>
    public GlobList Paths { get; init; } = GlobList.Empty;

    /// <summary>Whether the time limit was hit anywhere: what was looked at is then incomplete.</summary>
    public bool TimedOut { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Signature> Signatures => _signatures;

    /// <inheritdoc/>
    public override void Examine(ScanContext context, int position, int signature)
    {
        if (Paths.Globs.Count > 0 && !Paths.IsMatch(context.Path))
        {
            return;
        }

        int start = WholeCharacter(context, Math.Max(0, position - Before));
        int end = WholeCharacter(context, Math.Min(context.Length, position + After));
        (string window, Encoding encoding) = Decode(context.Buffer, start, end - start);
        try
        {
            for (Match match = _regex.Match(window); match.Success; match = match.NextMatch())
            {
                Group secret = Secret(match);
                if (secret.Success && secret.Length > 0)
                {
                    int from = start + encoding.GetByteCount(window.Substring(0, secret.Index));
                    Judge(context, from, encoding.GetByteCount(secret.Value), secret.Value);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            TimedOut = true;
        }
    }

    private Group Secret(Match match) =>
        SecretGroup > 0 ? match.Groups[SecretGroup] : match.Groups.Count > 1 ? match.Groups[1] : match;

    private void Judge(ScanContext context, int start, int length, string value)
    {
        var token = new ReadOnlySpan<byte>(context.Buffer, start, length);
        Validity validity = _rule.Checksum?.Check(token) ?? Validity.Unknown;
        if (validity != Validity.Invalid && (MinEntropy <= 0 || Entropy(value) >= MinEntropy))
        {
            context.Report(_rule, start, length, validity == Validity.Valid ? Confidence.VeryHigh : _rule.Confidence, "found by your own rule");
        }
    }

    private static (string Text, Encoding Encoding) Decode(byte[] buffer, int start, int length)
    {
        try
        {
            return (StrictUtf8.GetString(buffer, start, length), StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return (Latin1.GetString(buffer, start, length), Latin1);
        }
    }

    /// <summary>The next place that is not inside a UTF-8 character.</summary>
    private static int WholeCharacter(ScanContext context, int position)
    {
        while (position < context.Length && (context.Buffer[position] & 0xC0) == 0x80)
        {
            position++;
        }

        return position;
    }

    private static double Entropy(string value)
    {
        var counts = new Dictionary<char, int>();
        foreach (char c in value)
        {
            counts[c] = counts.TryGetValue(c, out int count) ? count + 1 : 1;
        }

        double bits = 0;
        foreach (int count in counts.Values)
        {
            double share = (double)count / value.Length;
            bits -= share * Math.Log(share) / Math.Log(2);
        }

        return bits;
    }
}
