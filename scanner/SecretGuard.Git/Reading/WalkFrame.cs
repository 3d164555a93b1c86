namespace SecretGuard.Git.Reading;

/// <summary>An object whose deltas are still to be made.</summary>
/// <param name="forest">The pack that it is in.</param>
/// <param name="rank">The object.</param>
internal sealed class WalkFrame<TState>(DeltaForest forest, int rank)
    where TState : class
{
    public DeltaForest Forest { get; } = forest;

    public int Rank { get; } = rank;

    /// <summary>Its content; none where it had to be let go, or could not be made.</summary>
    public Buffer Content { get; set; }

    /// <summary>Whether it could not be made: then its deltas cannot be either.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether a visitor saw it.</summary>
    public bool IsVisited { get; set; }

    /// <summary>What the visitor answered for it.</summary>
    public TState? State { get; set; }

    /// <summary>The next child to make; never none.</summary>
    public int NextChild { get; set; } = forest.FirstChild(rank);

    /// <summary>Cuts off the second half of the children that are still to be made; null where there is one only.</summary>
    public WalkFrame<TState>? CutHalf()
    {
        int middle = NextChild;
        bool isSecond = false;
        for (int end = Forest.NextSibling(NextChild); end >= 0; end = Forest.NextSibling(end))
        {
            middle = isSecond ? Forest.NextSibling(middle) : middle;
            isSecond = !isSecond;
        }

        int first = Forest.CutBehind(middle);
        return first < 0 ? null : new WalkFrame<TState>(Forest, Rank)
        {
            Content = Content.IsNone ? default : Buffer.CopyOf(Content.Bytes),
            IsBroken = IsBroken,
            IsVisited = IsVisited,
            State = State,
            NextChild = first,
        };
    }
}
