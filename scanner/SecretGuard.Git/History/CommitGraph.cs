namespace SecretGuard.Git;

/// <summary>All commits that a repository stores, reachable or not, with what leads from one to the other. Commits are numbered.</summary>
public sealed class CommitGraph
{
    private readonly List<Node> _nodes;
    private readonly Dictionary<ObjectId, int> _numbers;
    private readonly int[][] _parents;

    private CommitGraph(List<Node> nodes, ReadSummary summary)
    {
        _nodes = nodes;
        Summary = summary;
        _numbers = new Dictionary<ObjectId, int>(nodes.Count);
        for (int i = 0; i < nodes.Count; i++)
        {
            _numbers[nodes[i].Id] = i;
        }

        _parents = [.. nodes.Select(node => (int[])[.. node.Parents.Select(Find).Where(number => number >= 0)])];
    }

    /// <summary>How many commits there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>What the reading of the commits came to.</summary>
    public ReadSummary Summary { get; }

    /// <summary>Reads all commits.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="threads">How many threads read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static CommitGraph Read(GitRepository repository, int threads, CancellationToken cancellation = default)
    {
        var collectors = new List<Collector>();
        ReadSummary summary = repository.ReadAll(
            () =>
            {
                collectors.Add(new Collector());
                return collectors[^1];
            },
            new ReadOptions { Kinds = ObjectKinds.Commits, Threads = threads },
            cancellation);

        // The order of reading depends on the threads; that of ids does not.
        return new CommitGraph([.. collectors.SelectMany(collector => collector.Nodes).OrderBy(node => node.Id)], summary);
    }

    /// <summary>The number of a commit, or -1.</summary>
    public int Find(ObjectId id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The id of a commit.</summary>
    public ObjectId Id(int commit) => _nodes[commit].Id;

    /// <summary>The tree of a commit.</summary>
    public ObjectId Tree(int commit) => _nodes[commit].Tree;

    /// <summary>When it was committed, in seconds since 1970.</summary>
    public long CommitSeconds(int commit) => _nodes[commit].CommitSeconds;

    /// <summary>When it was written, in seconds since 1970.</summary>
    public long AuthorSeconds(int commit) => _nodes[commit].AuthorSeconds;

    /// <summary>The parents that the repository has, in order.</summary>
    public ReadOnlySpan<int> Parents(int commit) => _parents[commit];

    /// <summary>Whether a parent is not there: the edge of a shallow repository, or damage.</summary>
    public bool LacksParents(int commit) => _parents[commit].Length < _nodes[commit].Parents.Count;

    /// <summary>For each commit whether one of these is it or follows it.</summary>
    public bool[] Reach(IEnumerable<int> commits)
    {
        var reached = new bool[Count];
        var open = new Stack<int>();
        foreach (int commit in commits)
        {
            Push(commit);
        }

        while (open.TryPop(out int commit))
        {
            foreach (int parent in _parents[commit])
            {
                Push(parent);
            }
        }

        return reached;

        void Push(int commit)
        {
            if (!reached[commit])
            {
                reached[commit] = true;
                open.Push(commit);
            }
        }
    }

    private sealed record Node(ObjectId Id, ObjectId Tree, long CommitSeconds, long AuthorSeconds, IReadOnlyList<ObjectId> Parents);

    private sealed class Collector : IObjectVisitor<object>
    {
        public List<Node> Nodes { get; } = [];

        public object? Visit(in ObjectVisit visit, object? baseState)
        {
            var commit = new Commit(visit.Content);
            Nodes.Add(new Node(visit.Id, commit.Tree, commit.Committer.Seconds, commit.Author.Seconds, commit.Parents));
            return null;
        }
    }
}
