using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Reading;

/// <summary>One thread's walk over delta trees: depth first, so that every base is made once and held while its deltas are made.</summary>
internal sealed class Walker<TState>(
    WorkList<TState> work, ObjectReader reader, ReadOptions options, IObjectVisitor<TState> visitor, ObjectProblems problems, CancellationToken cancellation)
    where TState : class
{
    /// <summary>How many objects are made before it is looked again whether a thread is idle.</summary>
    private const int StepsBetweenShares = 32;

    private readonly ObjectMaker _maker = new(reader, options);
    private readonly List<WalkFrame<TState>> _stack = [];
    private long _held;
    private int _steps;

    public Tally Tally { get; } = new();

    /// <summary>Works until nothing is left.</summary>
    public void Run()
    {
        while (work.TryTake(out Work<TState> portion, cancellation))
        {
            if (portion.Loose is { } loose)
            {
                foreach ((LooseObjects place, ObjectId id) in loose)
                {
                    ReadLoose(place, id);
                }
            }
            else if (portion.Given is { } given)
            {
                Push(given);
                Walk();
            }
            else
            {
                foreach (int root in portion.Roots.Span)
                {
                    Step(portion.Forest!, root, null);
                    Walk();
                }
            }
        }
    }

    private void Walk()
    {
        while (_stack.Count > 0)
        {
            if (++_steps % StepsBetweenShares == 0 && work.IsSomebodyIdle)
            {
                Share();
            }

            WalkFrame<TState> top = _stack[^1];
            if (top.Content.IsNone && !top.IsBroken)
            {
                Rebuild(top);
            }

            int child = top.NextChild;
            top.NextChild = top.Forest.NextSibling(child);
            if (top.NextChild >= 0)
            {
                Step(top.Forest, child, top);
                continue;
            }

            _held -= top.Content.Length;
            _stack.RemoveAt(_stack.Count - 1);
            Step(top.Forest, child, top);
            top.Content.Return();
        }
    }

    /// <summary>Makes an object, shows it, and remembers it where deltas hang on it.</summary>
    private void Step(DeltaForest forest, int rank, WalkFrame<TState>? parent)
    {
        cancellation.ThrowIfCancellationRequested();
        Made made = parent is null ? _maker.MakeRoot(forest, rank)
            : parent.IsBroken ? _maker.MakeWithoutBase(forest, rank)
            : _maker.MakeDelta(forest, rank, parent.Content.Bytes);
        bool isBase = forest.FirstChild(rank) >= 0;
        bool isVisited = false;
        TState? state = null;
        if (made.Problem is not null)
        {
            problems.Add(made.Problem);
        }
        else if (forest.IsWanted(rank) && options.Kinds.Has(made.Kind))
        {
            isVisited = TryVisit(forest.IdOf(rank), made, isBase, parent, out state);
        }

        if (made.LargeDeltas is { } large)
        {
            Tally.LargeBlobs.AddRange(large);
        }
        else if (isBase)
        {
            Push(new WalkFrame<TState>(forest, rank) { Content = made.Content, IsBroken = made.Content.IsNone, IsVisited = isVisited, State = state });
        }
        else
        {
            made.Content.Return();
        }
    }

    /// <summary>Shows an object, unless it is too large.</summary>
    private bool TryVisit(in ObjectId id, in Made made, bool isBase, WalkFrame<TState>? parent, out TState? state)
    {
        state = null;
        if (made.Kind == ObjectKind.Blob && made.Size > options.MaxBlobSize)
        {
            Tally.LargeBlobs.Add(new LargeBlob(id, made.Size));
            return false;
        }

        WalkFrame<TState>? source = made.IsDelta ? parent : null;
        ReadOnlySpan<DeltaSegment> segments = source is null ? default : _maker.Segments;
        Count(made.Content.Length, source?.IsVisited == true ? segments : default);
        state = visitor.Visit(
            new ObjectVisit
            {
                Id = id,
                Kind = made.Kind,
                Content = made.Content.Bytes,
                Array = made.Content.Array,
                BaseId = source is null ? default : source.Forest.IdOf(source.Rank),
                Segments = segments,
                IsBase = isBase,
            },
            source?.State);
        return true;
    }

    private void Count(int length, ReadOnlySpan<DeltaSegment> segments)
    {
        Tally.Objects++;
        Tally.Bytes += length;
        Tally.NewBytes += length;
        foreach (DeltaSegment segment in segments)
        {
            Tally.NewBytes -= segment.IsCopied ? segment.Length : 0;
        }
    }

    private void ReadLoose(LooseObjects place, in ObjectId id)
    {
        cancellation.ThrowIfCancellationRequested();
        Made made = _maker.MakeLoose(place, id);
        if (made.Problem is not null)
        {
            problems.Add(made.Problem);
        }
        else if (made.Kind == ObjectKind.Blob && made.Size > options.MaxBlobSize)
        {
            Tally.LargeBlobs.Add(new LargeBlob(id, made.Size));
        }
        else if (options.Kinds.Has(made.Kind))
        {
            Count(made.Content.Length, default);
            visitor.Visit(new ObjectVisit { Id = id, Kind = made.Kind, Content = made.Content.Bytes, Array = made.Content.Array }, null);
        }

        made.Content.Return();
    }

    private void Push(WalkFrame<TState> frame)
    {
        _stack.Add(frame);
        _held += frame.Content.Length;

        // The lowest are needed last.
        for (int i = 0; _held > options.BaseMemory && i < _stack.Count - 1; i++)
        {
            _held -= _stack[i].Content.Length;
            _stack[i].Content.Return();
            _stack[i].Content = default;
        }
    }

    private void Rebuild(WalkFrame<TState> frame)
    {
        frame.Content = _maker.MakeAgain(frame.Forest, frame.Rank);
        frame.IsBroken = frame.Content.IsNone;
        _held += frame.Content.Length;
    }

    /// <summary>Gives half of the lowest object's remaining deltas to an idle thread, or its last one: the lowest have the largest part of what is left.</summary>
    private void Share()
    {
        WalkFrame<TState> lowest = _stack[0];
        bool hasOne = lowest.Forest.NextSibling(lowest.NextChild) < 0;
        if ((hasOne && _stack.Count == 1) || !work.TryReserve())
        {
            return;
        }

        if (lowest.CutHalf() is { } half)
        {
            work.Give(half);
            return;
        }

        _held -= lowest.Content.Length;
        _stack.RemoveAt(0);
        work.Give(lowest);
    }
}
