using System.Text;
using SecretGuard.Findings;

namespace SecretGuard.Git.History;

/// <summary>What a repository's references lead to. git is asked: it knows every way of storing them.</summary>
internal sealed class References
{
    private References(ObjectId? head, IReadOnlyList<ObjectId> local, IReadOnlyList<ObjectId> remote) => (Head, Local, Remote) = (head, local, remote);

    /// <summary>The commit that is checked out; null before the first one.</summary>
    public ObjectId? Head { get; }

    /// <summary>What branches, tags, notes and stashes lead to.</summary>
    public IReadOnlyList<ObjectId> Local { get; }

    /// <summary>What a remote had when it was last asked.</summary>
    public IReadOnlyList<ObjectId> Remote { get; }

    /// <summary>Asks git.</summary>
    /// <exception cref="RepositoryException">git is missing, or failed.</exception>
    public static References Read(string directory, CancellationToken cancellation)
    {
        GitResult all = GitProcess.Run(directory, cancellation, "for-each-ref", "--format=%(refname) %(objectname) %(*objectname)");
        if (!all.Succeeded)
        {
            throw new RepositoryException(all.IsMissing ? RepositoryFault.Unsupported : RepositoryFault.Damaged, $"the references of '{directory}' cannot be read: {all.Problem}");
        }

        GitResult head = GitProcess.Run(directory, cancellation, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        var local = new List<ObjectId>();
        var remote = new List<ObjectId>();
        foreach (string line in Encoding.UTF8.GetString(all.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            List<ObjectId> target = parts[0].StartsWith("refs/remotes/", StringComparison.Ordinal) ? remote : local;
            target.AddRange(parts.Skip(1).Select(text => ObjectId.TryParse(text, out ObjectId id) ? id : default).Where(id => id.Length > 0));
        }

        ObjectId? current = head.Succeeded && ObjectId.TryParse(Encoding.ASCII.GetString(head.Output).Trim(), out ObjectId commit) ? commit : null;
        return new References(current, current is { } detached ? [.. local, detached] : local, remote);
    }

    /// <summary>How far each commit has got: from the youngest to the oldest, each hands on what leads to it.</summary>
    public Dictionary<ObjectId, Reach> ReachOf(IReadOnlyList<Commit> order)
    {
        var reach = new Dictionary<ObjectId, Reach>();
        foreach ((IReadOnlyList<ObjectId> tips, Reach kind) in new[] { (Local, Reach.Local), (Remote, Reach.Remote) })
        {
            foreach (ObjectId tip in tips)
            {
                reach[tip] = kind;
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            Reach own = reach.GetValueOrDefault(order[i].Id);
            foreach (ObjectId parent in own == Reach.Unreachable ? [] : order[i].Parents)
            {
                reach[parent] = reach.GetValueOrDefault(parent) is var known && known > own ? known : own;
            }
        }

        return reach;
    }
}
