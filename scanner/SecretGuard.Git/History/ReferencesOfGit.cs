using System.Text;

namespace SecretGuard.Git.History;

/// <summary>Asks git for the references of a format that is not read here (reftable), or whose names cannot be opened.</summary>
internal static class ReferencesOfGit
{
    private const string HeadOf = "HEAD ";

    public static References Read(RepositoryLayout layout, CancellationToken cancellation)
    {
        string[] lines = Lines(Ask(layout, cancellation, "for-each-ref", "--format=%(objectname) %(refname) %(symref)"));
        GitResult head = GitProcess.Run(layout.WorkTree ?? layout.GitDirectory, cancellation, "rev-parse", "--verify", "--quiet", "HEAD");
        List<Reference> all = [.. lines.Select(line => Parse(line)).OfType<Reference>()];
        if (head.Succeeded && ObjectId.TryParse(Lines(head)[0], out ObjectId id))
        {
            all.Insert(0, new Reference("HEAD", id));
        }

        return new References(all.Find(reference => reference.Name == "HEAD"), [.. all, .. HeadsElsewhere(layout, cancellation)], []);
    }

    /// <summary>What is checked out in the other work trees: nothing else may lead to it, and <c>for-each-ref</c> tells of this one alone.</summary>
    private static IEnumerable<Reference> HeadsElsewhere(RepositoryLayout layout, CancellationToken cancellation)
    {
        string[] records = Encoding.UTF8.GetString(Ask(layout, cancellation, "worktree", "list", "--porcelain").Output).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < records.Length; i++)
        {
            string[] lines = records[i].Split('\n');
            string folder = lines[0]["worktree ".Length..];
            string? head = Array.Find(lines, line => line.StartsWith(HeadOf, StringComparison.Ordinal));
            if (folder != layout.WorkTree && head is not null && ObjectId.TryParse(head.AsSpan(HeadOf.Length), out ObjectId id))
            {
                // The first is the main one.
                yield return new Reference(i == 0 ? "main-worktree/HEAD" : $"worktrees/{Path.GetFileName(folder)}/HEAD", id);
            }
        }
    }

    /// <summary>The objects that reflogs name, each as a line of HEAD: git tells no more of all of them at once.</summary>
    public static IEnumerable<ReflogEntry> ReadReflogs(RepositoryLayout layout, CancellationToken cancellation) =>
        from line in Lines(Ask(layout, cancellation, "log", "--walk-reflogs", "--all", "--no-abbrev", "--format=%H"))
        let id = ObjectId.TryParse(line, out ObjectId parsed) ? parsed : default
        where !id.IsZero
        select new ReflogEntry("HEAD", default, id);

    /// <summary>The log of one reference, the youngest first; empty where there is none.</summary>
    public static IEnumerable<ReflogEntry> ReadReflog(RepositoryLayout layout, string name, CancellationToken cancellation)
    {
        GitResult answer = GitProcess.Run(layout.GitDirectory, cancellation, "log", "--walk-reflogs", "--no-abbrev", "--format=%H", name, "--");
        return from line in answer.Succeeded ? Lines(answer) : []
               let id = ObjectId.TryParse(line, out ObjectId parsed) ? parsed : default
               select new ReflogEntry(name, default, id);
    }

    private static Reference? Parse(string line)
    {
        string[] parts = line.Split(' ');
        return parts.Length > 1 && ObjectId.TryParse(parts[0], out ObjectId id) ? new Reference(parts[1], id, parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null) : null;
    }

    private static GitResult Ask(RepositoryLayout layout, CancellationToken cancellation, params ReadOnlySpan<string> arguments)
    {
        GitResult answer = GitProcess.Run(layout.WorkTree ?? layout.GitDirectory, cancellation, arguments);
        return answer.Succeeded ? answer
            : throw new RepositoryException(RepositoryFault.Unsupported, $"'{layout.GitDirectory}' stores references in a way that only git can read: {answer.Problem}");
    }

    private static string[] Lines(GitResult answer) => Encoding.UTF8.GetString(answer.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
