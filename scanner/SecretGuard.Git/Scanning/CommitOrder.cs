namespace SecretGuard.Git.Scanning;

/// <summary>Commits in an order in which parents come before their children, and otherwise the older before the younger.</summary>
internal sealed class CommitOrder
{
    private readonly StoredCommit[] _commits;
    private readonly Dictionary<ObjectId, int> _places;

    /// <summary>Sorts. Parents that are not there (a shallow repository) are taken for none.</summary>
    public CommitOrder(IReadOnlyList<StoredCommit> commits)
    {
        _places = new Dictionary<ObjectId, int>(commits.Count);
        for (int i = 0; i < commits.Count; i++)
        {
            _places[commits[i].Id] = i;
        }

        _commits = [.. Sort(commits)];
        for (int i = 0; i < _commits.Length; i++)
        {
            _places[_commits[i].Id] = i;
        }
    }

    public int Count => _commits.Length;

    /// <summary>The commit at a place.</summary>
    public StoredCommit this[int place] => _commits[place];

    /// <summary>The place of a commit; negative where it is not there.</summary>
    public int PlaceOf(in ObjectId commit) => _places.GetValueOrDefault(commit, -1);

    private List<StoredCommit> Sort(IReadOnlyList<StoredCommit> commits)
    {
        int[] missing = new int[commits.Count], firstChild = new int[commits.Count];
        var links = new List<(int Child, int Next)>(commits.Count) { default };
        var ready = new PriorityQueue<int, (long, ObjectId)>();
        for (int i = 0; i < commits.Count; i++)
        {
            foreach (ObjectId parent in commits[i].Parents)
            {
                // Of several copies of one commit the last counts.
                if (PlaceOf(commits[i].Id) == i && PlaceOf(parent) is var at and >= 0)
                {
                    missing[i]++;
                    links.Add((i, firstChild[at]));
                    firstChild[at] = links.Count - 1;
                }
            }

            if (missing[i] == 0 && PlaceOf(commits[i].Id) == i)
            {
                ready.Enqueue(i, (commits[i].Committed, commits[i].Id));
            }
        }

        var order = new List<StoredCommit>(commits.Count);
        while (ready.TryDequeue(out int next, out _))
        {
            order.Add(commits[next]);
            for (int link = firstChild[next]; link != 0; link = links[link].Next)
            {
                int child = links[link].Child;
                if (--missing[child] == 0)
                {
                    ready.Enqueue(child, (commits[child].Committed, commits[child].Id));
                }
            }
        }

        return order;
    }
}
