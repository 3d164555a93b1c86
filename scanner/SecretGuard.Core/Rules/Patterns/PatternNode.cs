using System.Text;

namespace SecretGuard.Rules;

/// <summary>What a part of a pattern is.</summary>
internal enum PatternKind
{
    /// <summary>The same bytes in every token.</summary>
    Literal,

    /// <summary>One byte of a class, repeated.</summary>
    Class,

    /// <summary>One of several sequences.</summary>
    Group,
}

/// <summary>One part of a <see cref="TokenPattern"/>.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record PatternNode(PatternKind Kind)
{
    /// <summary>Fewest times; 0 or 1 where this is no class.</summary>
    public int Min { get; init; } = 1;

    /// <summary>Most times.</summary>
    public int Max { get; init; } = 1;

    /// <summary>The literal.</summary>
    public string Text { get; init; } = "";

    /// <summary>The literal as bytes.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>The class.</summary>
    public ByteClass Class { get; init; }

    /// <summary>The members of the class.</summary>
    public string Members => Class.Members();

    /// <summary>The alternatives of the group.</summary>
    public PatternNode[][] Alternatives { get; init; } = [];

    /// <summary>A literal, once.</summary>
    public static PatternNode OfLiteral(string text) => new(PatternKind.Literal) { Text = text, Bytes = Encoding.ASCII.GetBytes(text) };

    /// <summary>One member of a class.</summary>
    public static PatternNode OfClass(ByteClass members) => new(PatternKind.Class) { Class = members };

    /// <summary>One of the alternatives.</summary>
    public static PatternNode OfGroup(PatternNode[][] alternatives) => new(PatternKind.Group) { Alternatives = alternatives };

    /// <summary>Fewest and most bytes that this part takes.</summary>
    public (int Min, int Max) Lengths()
    {
        switch (Kind)
        {
            case PatternKind.Literal:
                return (Min * Text.Length, Max * Text.Length);
            case PatternKind.Class:
                return (Min, Max);
            default:
                int min = int.MaxValue, max = 0;
                foreach (PatternNode[] alternative in Alternatives)
                {
                    (int a, int b) = LengthsOf(alternative);
                    min = Math.Min(min, a);
                    max = Math.Max(max, b);
                }

                return (Min == 0 ? 0 : min, max);
        }
    }

    /// <summary>Fewest and most bytes of a sequence.</summary>
    public static (int Min, int Max) LengthsOf(PatternNode[] nodes)
    {
        int min = 0, max = 0;
        foreach (PatternNode node in nodes)
        {
            (int a, int b) = node.Lengths();
            min += a;
            max += b;
        }

        return (min, max);
    }

    /// <summary>Bits that a sequence leaves to chance at least.</summary>
    public static double BitsOf(PatternNode[] nodes)
    {
        double bits = 0;
        foreach (PatternNode node in nodes)
        {
            if (node.Kind == PatternKind.Class)
            {
                bits += node.Min * Math.Log(node.Class.Count) / Math.Log(2);
            }
            else if (node.Kind == PatternKind.Group && node.Min > 0)
            {
                double least = double.MaxValue;
                foreach (PatternNode[] alternative in node.Alternatives)
                {
                    least = Math.Min(least, BitsOf(alternative));
                }

                bits += least;
            }
        }

        return bits;
    }
}
