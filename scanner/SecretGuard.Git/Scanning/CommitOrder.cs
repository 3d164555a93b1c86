namespace SecretGuard.Git.Scanning;

/// <summary>Commits in an order in which parents come before their children, and otherwise the older before the younger.</summary>
internal static class CommitOrder
{
    /// <summary>Sorts. Parents that are not there (a shallow repository) are taken for none.</summary>
    public static IReadOnlyList<StoredCommit> Of(IEnumerable<StoredCommit> commits)
    {
        Dictionary<ObjectId, StoredCommit> all = commits.ToDictionary(commit => commit.Id);
        var children = new Dictionary<ObjectId, List<StoredCommit>>();
        var missing = new Dictionary<ObjectId, int>();
        var ready = new PriorityQueue<StoredCommit, (long, ObjectId)>();
        foreach (StoredCommit commit in all.Values)
        {
            ObjectId[] parents = [.. commit.Parents.Where(all.ContainsKey).Distinct()];
            missing[commit.Id] = parents.Length;
            foreach (ObjectId parent in parents)
            {
                (children.TryGetValue(parent, out List<StoredCommit>? known) ? known : children[parent] = []).Add(commit);
            }

            if (parents.Length == 0)
            {
                ready.Enqueue(commit, (commit.Committed, commit.Id));
            }
        }

        var order = new List<StoredCommit>(all.Count);
        while (ready.TryDequeue(out StoredCommit? commit, out _))
        {
            order.Add(commit);
            foreach (StoredCommit child in children.GetValueOrDefault(commit.Id) ?? [])
            {
                if (--missing[child.Id] == 0)
                {
                    ready.Enqueue(child, (child.Committed, child.Id));
                }
            }
        }

        return order;
    }
}
