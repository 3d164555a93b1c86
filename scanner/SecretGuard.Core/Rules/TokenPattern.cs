using System.Text;

namespace SecretGuard.Rules;

/// <summary>
/// The format of a token, in the part of regular expressions that is bounded by construction: literals, classes
/// <c>[0-9a-f]</c>, groups <c>(a|b)</c>, and the quantifiers <c>{n}</c>, <c>{n,m}</c> and <c>?</c>. Escape with <c>\</c>.
/// There is no <c>*</c> or <c>+</c>. One text both finds tokens and generates examples of them.
/// </summary>
public sealed partial class TokenPattern
{
    /// <summary>Backtracking steps after which an attempt gives up. No format in the catalogue needs a tenth of it.</summary>
    internal const int StepBudget = 4096;

    private readonly Node[] _nodes;

    private TokenPattern(string text, Node[] nodes)
    {
        Text = text;
        _nodes = nodes;
        (MinLength, MaxLength) = Lengths(nodes);
        RandomBits = Bits(nodes);
    }

    private enum Kind
    {
        Literal,
        Class,
        Group,
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
    public string LeadingLiteral => _nodes.Length > 0 && _nodes[0] is { Kind: Kind.Literal, Min: 1 } first ? first.Text : "";

    /// <summary>Parses a pattern. Throws <see cref="FormatException"/> with the position of what is wrong.</summary>
    public static TokenPattern Parse(string text)
    {
        int position = 0;
        Node[] nodes = ParseSequence(text, ref position);
        return position == text.Length
            ? new TokenPattern(text, nodes)
            : throw new FormatException($"unexpected '{text[position]}' at {position} of the pattern '{text}'");
    }

    /// <summary>Length of the token that starts at <paramref name="start"/>, or -1. Greedy; linear for the catalogue, never over the budget.</summary>
    public int Match(ReadOnlySpan<byte> text, int start)
    {
        int budget = StepBudget;
        int end = MatchFrom(_nodes, 0, text, start, Continuation.None, ref budget);
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
    internal IReadOnlyList<AnchorLiteral> Anchors()
    {
        List<AnchorLiteral>? best = null;
        int min = 0, max = 0;
        for (int i = 0; i < _nodes.Length; i++)
        {
            Node node = _nodes[i];
            List<AnchorLiteral>? here = AnchorsOf(node, min, max, FirstOf(_nodes, i + 1, null));
            if (here is not null && (best is null || Weight(here) > Weight(best)))
            {
                best = here;
            }

            (int nodeMin, int nodeMax) = Lengths(node);
            min += nodeMin;
            max += nodeMax;
        }

        return best ?? throw new FormatException($"no literal of {SignatureIndexLimits.GramLength} bytes in the pattern '{Text}'");
    }

    private static int Weight(List<AnchorLiteral> anchors)
    {
        int weight = int.MaxValue;
        foreach (AnchorLiteral anchor in anchors)
        {
            // Every page is full of addresses: their scheme says less than any other literal.
            int length = anchor.Literal == "https://" ? 1 : Math.Min(anchor.Literal.Length, 6);
            weight = Math.Min(weight, length * 100 - Math.Min(anchor.MaxOffset, 99));
        }

        return weight;
    }

    private static List<AnchorLiteral>? AnchorsOf(Node node, int min, int max, ByteClass? following)
    {
        if (node.Max < 1 || node.Min < 1)
        {
            return null;
        }

        if (node.Kind == Kind.Literal)
        {
            return node.Text.Length >= SignatureIndexLimits.GramLength ? [new AnchorLiteral(node.Text, min, max, following)] : null;
        }

        if (node.Kind == Kind.Class)
        {
            return null;
        }

        var all = new List<AnchorLiteral>();
        foreach (Node[] alternative in node.Alternatives)
        {
            int innerMin = min, innerMax = max;
            List<AnchorLiteral>? found = null;
            for (int i = 0; i < alternative.Length; i++)
            {
                Node inner = alternative[i];
                found ??= AnchorsOf(inner, innerMin, innerMax, FirstOf(alternative, i + 1, following));
                (int a, int b) = Lengths(inner);
                innerMin += a;
                innerMax += b;
            }

            if (found is null)
            {
                return null;
            }

            all.AddRange(found);
        }

        return all;
    }

    /// <summary>The bytes that can stand where the node at <paramref name="index"/> begins, or null where that is not one class.</summary>
    private static ByteClass? FirstOf(Node[] nodes, int index, ByteClass? after)
    {
        if (index == nodes.Length)
        {
            return after;
        }

        Node node = nodes[index];
        return node.Min < 1 ? null : node.Kind switch
        {
            Kind.Class => node.Class,
            Kind.Literal => ByteClass.Parse("\\" + node.Text[0]),
            _ => null,
        };
    }

    private static void Append(Node[] nodes, Random random, StringBuilder text)
    {
        foreach (Node node in nodes)
        {
            int count = random.Next(node.Min, node.Max + 1);
            for (int i = 0; i < count; i++)
            {
                switch (node.Kind)
                {
                    case Kind.Literal:
                        text.Append(node.Text);
                        break;
                    case Kind.Class:
                        text.Append(node.Members[random.Next(node.Members.Length)]);
                        break;
                    default:
                        Append(node.Alternatives[random.Next(node.Alternatives.Length)], random, text);
                        break;
                }
            }
        }
    }

    private static int MatchFrom(Node[] nodes, int index, ReadOnlySpan<byte> text, int at, Continuation next, ref int budget)
    {
        if (--budget < 0)
        {
            return -1;
        }

        if (index == nodes.Length)
        {
            return next.Nodes is null ? at : MatchFrom(next.Nodes, next.Index, text, at, next.Outer ?? Continuation.None, ref budget);
        }

        Node node = nodes[index];
        switch (node.Kind)
        {
            case Kind.Literal:
                bool there = at + node.Bytes.Length <= text.Length && text.Slice(at, node.Bytes.Length).SequenceEqual(node.Bytes);
                int taken = there ? MatchFrom(nodes, index + 1, text, at + node.Bytes.Length, next, ref budget) : -1;
                return taken < 0 && node.Min == 0 ? MatchFrom(nodes, index + 1, text, at, next, ref budget) : taken;

            case Kind.Class:
                int count = 0;
                int most = Math.Min(node.Max, text.Length - at);
                while (count < most && node.Class.Contains(text[at + count]))
                {
                    count++;
                }

                for (; count >= node.Min; count--)
                {
                    int end = MatchFrom(nodes, index + 1, text, at + count, next, ref budget);
                    if (end >= 0)
                    {
                        return end;
                    }
                }

                return -1;

            default:
                var rest = new Continuation(nodes, index + 1, next);
                foreach (Node[] alternative in node.Alternatives)
                {
                    int end = MatchFrom(alternative, 0, text, at, rest, ref budget);
                    if (end >= 0)
                    {
                        return end;
                    }
                }

                return node.Min == 0 ? MatchFrom(nodes, index + 1, text, at, next, ref budget) : -1;
        }
    }

    private static (int Min, int Max) Lengths(Node[] nodes)
    {
        int min = 0, max = 0;
        foreach (Node node in nodes)
        {
            (int a, int b) = Lengths(node);
            min += a;
            max += b;
        }

        return (min, max);
    }

    private static (int Min, int Max) Lengths(Node node)
    {
        switch (node.Kind)
        {
            case Kind.Literal:
                return (node.Min * node.Text.Length, node.Max * node.Text.Length);
            case Kind.Class:
                return (node.Min, node.Max);
            default:
                int min = int.MaxValue, max = 0;
                foreach (Node[] alternative in node.Alternatives)
                {
                    (int a, int b) = Lengths(alternative);
                    min = Math.Min(min, a);
                    max = Math.Max(max, b);
                }

                return (node.Min == 0 ? 0 : min, max);
        }
    }

    private static double Bits(Node[] nodes)
    {
        double bits = 0;
        foreach (Node node in nodes)
        {
            if (node.Kind == Kind.Class)
            {
                bits += node.Min * Math.Log(node.Members.Length) / Math.Log(2);
            }
            else if (node.Kind == Kind.Group && node.Min > 0)
            {
                double least = double.MaxValue;
                foreach (Node[] alternative in node.Alternatives)
                {
                    least = Math.Min(least, Bits(alternative));
                }

                bits += least;
            }
        }

        return bits;
    }

    /// <summary>A literal of a pattern, its distance from the token's start in bytes, and what can follow it.</summary>
    internal sealed record AnchorLiteral(string Literal, int MinOffset, int MaxOffset, ByteClass? Next);

    private sealed record Continuation(Node[]? Nodes, int Index, Continuation? Outer)
    {
        public static readonly Continuation None = new(null, 0, null);
    }

    private sealed record Node(Kind Kind)
    {
        public int Min { get; init; } = 1;

        public int Max { get; init; } = 1;

        public string Text { get; init; } = "";

        public byte[] Bytes { get; init; } = [];

        public ByteClass Class { get; init; }

        public string Members { get; init; } = "";

        public Node[][] Alternatives { get; init; } = [];

        public static Node OfLiteral(string text) => new(Kind.Literal) { Text = text, Bytes = Encoding.ASCII.GetBytes(text) };

        public static Node OfClass(ByteClass members) => new(Kind.Class) { Class = members, Members = members.Members() };

        public static Node OfGroup(Node[][] alternatives) => new(Kind.Group) { Alternatives = alternatives };
    }
}
