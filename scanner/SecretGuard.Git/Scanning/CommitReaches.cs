using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>How far each commit has got, as the references tell.</summary>
internal static class CommitReaches
{
    /// <summary>The reach of whatever a reference leads to; what is not in it is unreachable. From the youngest to the oldest, each commit hands on what leads to it.</summary>
    /// <param name="order">All commits, parents first.</param>
    /// <param name="references">The references.</param>
    /// <param name="tags">What annotated tags are put on.</param>
    public static Dictionary<ObjectId, Reach> Of(IReadOnlyList<StoredCommit> order, References references, IReadOnlyDictionary<ObjectId, ObjectId> tags)
    {
        var reach = new Dictionary<ObjectId, Reach>();
        foreach (Reference reference in references.All)
        {
            Reach own = reference.IsRemote ? Reach.Remote : Reach.Local;
            ObjectId tip = reference.Id;
            Raise(reach, tip, own);
            for (int depth = 0; depth <= tags.Count && tags.TryGetValue(tip, out ObjectId target); depth++)
            {
                Raise(reach, target, own);
                tip = target;
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            Reach own = reach.GetValueOrDefault(order[i].Id);
            foreach (ObjectId parent in own == Reach.Unreachable ? [] : order[i].Parents)
            {
                Raise(reach, parent, own);
            }
        }

        return reach;
    }

    private static void Raise(Dictionary<ObjectId, Reach> reach, in ObjectId id, Reach own)
    {
        if (reach.GetValueOrDefault(id) < own)
        {
            reach[id] = own;
        }
    }
}
