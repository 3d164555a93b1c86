using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>Matches the formats of one rule around the literals that they hold.</summary>
internal sealed class TokenMatcher : Matcher
{
    private const int LeastLabels = 2;

    private readonly Rule _rule;
    private readonly List<Signature> _signatures = [];
    private readonly List<TokenPattern> _patterns = [];
    private readonly List<AnchorLiteral> _anchors = [];

    public TokenMatcher(Rule rule)
    {
        _rule = rule;
        foreach (TokenPattern pattern in rule.Patterns)
        {
            foreach (AnchorLiteral anchor in pattern.Anchors())
            {
                _signatures.Add(new Signature(anchor.Literal, Next: anchor.Next));
                _patterns.Add(pattern);
                _anchors.Add(anchor);
            }
        }
    }

    public override IReadOnlyList<Signature> Signatures => _signatures;

    /// <summary>Whether a rule is found by its formats alone.</summary>
    public static bool IsFor(Rule rule) => rule.Patterns.Count > 0 && rule.Near.Count == 0;

    public override void Examine(ScanContext context, int position, int signature)
    {
        TokenPattern pattern = _patterns[signature];
        (int minOffset, int maxOffset) = (_anchors[signature].MinOffset, _anchors[signature].MaxOffset);
        ReadOnlySpan<byte> text = context.Text;

        // The longest token first: with a variable head the true start is the leftmost that has a boundary before it.
        for (int start = Math.Max(0, position - maxOffset); start <= position - minOffset; start++)
        {
            if (!Boundary.IsStart(text, start))
            {
                continue;
            }

            int length = pattern.Match(text, start);
            if (length > 0 && start + length > position && Boundary.IsEnd(text, start + length) && !IsHost(text.Slice(start + length)))
            {
                Judge(context, start, length, position + _signatures[signature].Literal.Length);
                return;
            }
        }
    }

    /// <summary>Whether a token goes on as the name of a host, <c>TOKEN.luna.example.net</c>: then everybody sees it who looks up an address.</summary>
    private static bool IsHost(ReadOnlySpan<byte> behind)
    {
        int labels = 0, letters = 0;
        if (behind.Length == 0 || behind[0] != '.')
        {
            return false;
        }

        for (int i = 1; i <= behind.Length && labels < LeastLabels; i++)
        {
            bool goesOn = i < behind.Length && (Ascii.IsLower(behind[i]) || behind[i] == '-');
            if (!goesOn && letters < 2)
            {
                return false;
            }

            letters = goesOn ? letters + 1 : 0;
            labels += goesOn ? 0 : 1;
            if (!goesOn && labels < LeastLabels && (i >= behind.Length || behind[i] != '.'))
            {
                return false;
            }
        }

        return labels == LeastLabels;
    }

    private void Judge(ScanContext context, int start, int length, int bodyStart)
    {
        ReadOnlySpan<byte> token = context.Text.Slice(start, length);
        Validity validity = _rule.Checksum?.Check(token) ?? Validity.Unknown;
        if (validity == Validity.Invalid)
        {
            return;
        }

        int end = start + length;
        ReadOnlySpan<byte> body = bodyStart < end - 8 ? context.Text.Slice(bodyStart, end - bodyStart) : token;
        if (validity != Validity.Valid && !_rule.AllowsLowDiversity && Diversity.IsStub(body))
        {
            return;
        }

        context.Report(
            _rule,
            start,
            length,
            validity == Validity.Valid ? Confidence.VeryHigh : _rule.Confidence,
            validity == Validity.Valid ? "checksum valid" : null);
    }
}
