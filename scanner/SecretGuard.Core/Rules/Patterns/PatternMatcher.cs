namespace SecretGuard.Rules;

/// <summary>Matches the parts of a pattern against text: greedy, with backtracking under a budget of steps.</summary>
internal static class PatternMatcher
{
    /// <summary>The byte after the match that begins at <paramref name="start"/>, or -1.</summary>
    public static int End(PatternNode[] nodes, ReadOnlySpan<byte> text, int start, int budget) =>
        MatchFrom(nodes, 0, text, start, Continuation.None, ref budget);

    private static int MatchFrom(PatternNode[] nodes, int index, ReadOnlySpan<byte> text, int at, Continuation next, ref int budget)
    {
        if (--budget < 0)
        {
            return -1;
        }

        if (index == nodes.Length)
        {
            return next.Nodes is null ? at : MatchFrom(next.Nodes, next.Index, text, at, next.Outer ?? Continuation.None, ref budget);
        }

        PatternNode node = nodes[index];
        switch (node.Kind)
        {
            case PatternKind.Literal:
                bool there = at + node.Bytes.Length <= text.Length && text.Slice(at, node.Bytes.Length).SequenceEqual(node.Bytes);
                int taken = there ? MatchFrom(nodes, index + 1, text, at + node.Bytes.Length, next, ref budget) : -1;
                return taken < 0 && node.Min == 0 ? MatchFrom(nodes, index + 1, text, at, next, ref budget) : taken;

            case PatternKind.Class:
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
                foreach (PatternNode[] alternative in node.Alternatives)
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

    /// <summary>What follows a group: the rest of the sequence that holds it, and what follows that.</summary>
    private sealed record Continuation(PatternNode[]? Nodes, int Index, Continuation? Outer)
    {
        public static readonly Continuation None = new(null, 0, null);
    }
}
