using System.Text;

namespace SecretGuard.Rules;

/// <summary>
/// The format of a token, in the part of regular expressions that is bounded by construction: literals, classes
/// <c>[0-9a-f]</c>, groups <c>(a|b)</c>, and the quantifiers <c>{n}</c>, <c>{n,m}</c> and <c>?</c>. Escape with <c>\</c>.
/// There is no <c>*</c> or <c>+</c>. One text both finds tokens and generates examples of them.
/// </summary>
public sealed class TokenPattern
{
    /// <summary>Backtracking steps after which an attempt gives up. No format in the catalogue needs a tenth of it.</summary>
    internal const int StepBudget = 4096;

    private readonly PatternNode[] _nodes;

    private TokenPattern(string text, PatternNode[] nodes)
    {
        Text = text;
        _nodes = nodes;
        (MinLength, MaxLength) = PatternNode.LengthsOf(nodes);
        RandomBits = PatternNode.BitsOf(nodes);
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Fewest bytes a token has.</summary>
    public int MinLength { get; }

    /// <summary>Most bytes a token has.</summary>
    public int MaxLength { get; }

    /// <summary>Bits that the issuer draws at random at least, as the classes tell.</summary>
    public double RandomBits { get; }

    /// <summary>The literal that every token of this format begins with, or empty.</summary>
    public string LeadingLiteral => _nodes.Length > 0 && _nodes[0] is { Kind: PatternKind.Literal, Min: 1 } first ? first.Text : "";

    /// <summary>Parses a pattern. Throws <see cref="FormatException"/> with the position of what is wrong.</summary>
    public static TokenPattern Parse(string text) => new(text, PatternParser.Parse(text));

    /// <summary>Length of the token that starts at <paramref name="start"/>, or -1. Greedy; linear for the catalogue, never over the budget.</summary>
    public int Match(ReadOnlySpan<byte> text, int start)
    {
        int end = PatternMatcher.End(_nodes, text, start, StepBudget);
        return end < 0 ? -1 : end - start;
    }

    /// <summary>Whether the whole of <paramref name="token"/> has this format.</summary>
    public bool IsMatch(ReadOnlySpan<byte> token) => Match(token, 0) == token.Length;

    /// <summary>A random token of this format.</summary>
    public string Sample(Random random)
    {
        var text = new StringBuilder();
        Append(_nodes, random, text);
        return text.ToString();
    }

    /// <summary>The literals of which one stands in every token, with the distance from the token's start (fewest and most bytes).</summary>
    internal IReadOnlyList<AnchorLiteral> Anchors() =>
        PatternAnchors.Of(_nodes) ?? throw new FormatException($"no literal of {SignatureIndexLimits.GramLength} bytes in the pattern '{Text}'");

    private static void Append(PatternNode[] nodes, Random random, StringBuilder text)
    {
        foreach (PatternNode node in nodes)
        {
            int count = random.Next(node.Min, node.Max + 1);
            string members = node.Kind == PatternKind.Class ? node.Members : "";
            for (int i = 0; i < count; i++)
            {
                switch (node.Kind)
                {
                    case PatternKind.Literal:
                        text.Append(node.Text);
                        break;
                    case PatternKind.Class:
                        text.Append(members[random.Next(members.Length)]);
                        break;
                    default:
                        Append(node.Alternatives[random.Next(node.Alternatives.Length)], random, text);
                        break;
                }
            }
        }
    }
}
