namespace SecretGuard.Git;

/// <summary>Collects problems from several threads: all are counted, as many are kept as somebody would read.</summary>
internal sealed class ObjectProblems
{
    private const int MostKept = 1000;

    private readonly Lock _lock = new();
    private readonly List<ObjectProblem> _kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<ObjectProblem> Kept
    {
        get
        {
            lock (_lock)
            {
                return [.. _kept];
            }
        }
    }

    public void Add(ObjectProblem problem)
    {
        lock (_lock)
        {
            Count++;
            if (_kept.Count < MostKept)
            {
                _kept.Add(problem);
            }
        }
    }
}
