namespace SecretGuard.Rules;

/// <summary>A literal of a pattern.</summary>
/// <param name="Literal">The literal.</param>
/// <param name="MinOffset">Fewest bytes between the token's start and the literal.</param>
/// <param name="MaxOffset">Most bytes.</param>
/// <param name="Next">What can follow it, or null where that is not one class.</param>
internal sealed record AnchorLiteral(string Literal, int MinOffset, int MaxOffset, ByteClass? Next);

/// <summary>Chooses the literals of a pattern by which its tokens are found.</summary>
internal static class PatternAnchors
{
    /// <summary>The literals of which one stands in every token; null where there are none long enough.</summary>
    public static List<AnchorLiteral>? Of(PatternNode[] nodes)
    {
        List<AnchorLiteral>? best = null;
        int min = 0, max = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            List<AnchorLiteral>? here = AnchorsOf(nodes[i], min, max, FirstOf(nodes, i + 1, null));
            if (here is not null && (best is null || Weight(here) > Weight(best)))
            {
                best = here;
            }

            (int least, int most) = nodes[i].Lengths();
            min += least;
            max += most;
        }

        return best;
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

    private static List<AnchorLiteral>? AnchorsOf(PatternNode node, int min, int max, ByteClass? following)
    {
        if (node.Max < 1 || node.Min < 1)
        {
            return null;
        }

        if (node.Kind == PatternKind.Literal)
        {
            return node.Text.Length >= SignatureIndexLimits.GramLength ? [new AnchorLiteral(node.Text, min, max, following)] : null;
        }

        if (node.Kind == PatternKind.Class)
        {
            return null;
        }

        var all = new List<AnchorLiteral>();
        foreach (PatternNode[] alternative in node.Alternatives)
        {
            int innerMin = min, innerMax = max;
            List<AnchorLiteral>? found = null;
            for (int i = 0; i < alternative.Length; i++)
            {
                PatternNode inner = alternative[i];
                found ??= AnchorsOf(inner, innerMin, innerMax, FirstOf(alternative, i + 1, following));
                (int a, int b) = inner.Lengths();
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
    private static ByteClass? FirstOf(PatternNode[] nodes, int index, ByteClass? after)
    {
        if (index == nodes.Length)
        {
            return after;
        }

        PatternNode node = nodes[index];
        return node.Min < 1 ? null : node.Kind switch
        {
            PatternKind.Class => node.Class,
            PatternKind.Literal => ByteClass.Parse("\\" + node.Text[0]),
            _ => null,
        };
    }
}
