using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>What a scan of a history came to.</summary>
/// <param name="Findings">One for each secret.</param>
/// <param name="Suppressed">The accepted ones.</param>
/// <param name="Commits">How many commits there are.</param>
/// <param name="Files">How many versions of files were looked at.</param>
/// <param name="Binary">Of these, how many are no text.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="LargeBlobs">What was left out because of its size, with a path.</param>
/// <param name="ProblemCount">How many objects could not be read.</param>
/// <param name="Problems">The first of them.</param>
public sealed record HistoryOutcome(
    IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed, int Commits, int Files, int Binary, long Bytes,
    IReadOnlyList<(string Path, LargeBlob Blob)> LargeBlobs, long ProblemCount, IReadOnlyList<ObjectProblem> Problems);

/// <summary>
/// Looks for secrets in everything that a repository holds. First the trees tell the paths and the commits their messages, then every version of every file is
/// looked at once, where it differs from the one it is stored against; and if something was found, the trees are read once more for who holds it.
/// </summary>
public sealed class HistoryScan(GitRepository repository, Detector detector, TriagePolicy policy, HistoryOptions options)
{
    private readonly HistorySecrets _secrets = new();

    /// <summary>Scans.</summary>
    /// <exception cref="RepositoryException">git refused what it was asked, such as a revision that is not there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public HistoryOutcome Run(CancellationToken cancellation)
    {
        HashSet<ObjectId>? wanted = Wanted(cancellation);
        var logs = new List<LogVisitor>();
        var blobs = new List<BlobVisitor>();
        ReadSummary log = Read<LogVisitor, object>(ObjectKinds.Commits | ObjectKinds.Trees | ObjectKinds.Tags, null, logs, () => new LogVisitor(detector, _secrets, options, cancellation), cancellation);
        NameTable[] names = [.. logs.Select(part => part.Names)];
        ReadSummary files = Read<BlobVisitor, BlobState>(ObjectKinds.Blobs, Filter(wanted), blobs, () => new BlobVisitor(detector, _secrets, new ObjectPaths(names), options, cancellation), cancellation);
        StoredCommit[] commits = [.. logs.SelectMany(part => part.Commits)];
        var paths = new ObjectPaths(names);
        List<ObjectProblem> problems = [.. log.Problems.Concat(files.Problems).Distinct()];
        long untold = log.ProblemCount - log.Problems.Count + files.ProblemCount - files.Problems.Count;
        (List<Finding> findings, List<SuppressedFinding> suppressed) = Tell(commits, logs.SelectMany(part => part.Tags).ToDictionary(), names, wanted, problems, cancellation);
        return new HistoryOutcome(
            findings, suppressed, commits.Length, blobs.Sum(part => part.Files), blobs.Sum(part => part.Binary), blobs.Sum(part => part.Bytes),
            [.. files.LargeBlobs.Select(blob => (paths.Of(blob.Id) ?? SecretTeller.NameOf(blob.Id), blob)).Where(large => !options.IsExcluded(large.Item1)).OrderBy(large => large.Item1, StringComparer.Ordinal)],
            problems.Count + untold, problems);
    }

    /// <summary>Which files are looked at; null for all.</summary>
    private Func<ObjectId, bool>? Filter(HashSet<ObjectId>? wanted) => wanted is null && !options.Shard.IsPart ? null : id => options.Shard.Has(id) && wanted?.Contains(id) != false;

    private ReadSummary Read<TVisitor, TState>(ObjectKinds kinds, Func<ObjectId, bool>? filter, List<TVisitor> visitors, Func<TVisitor> make, CancellationToken cancellation)
        where TVisitor : IObjectVisitor<TState>
        where TState : class =>
        repository.ReadAll<TState>(
            () =>
            {
                TVisitor visitor = make();
                lock (visitors)
                {
                    visitors.Add(visitor);
                }

                return visitor;
            },
            new ReadOptions { Kinds = kinds, Filter = filter, MaxBlobSize = options.MaxBlobSize, Threads = options.Threads },
            cancellation);

    /// <summary>The objects of the revisions that were asked for; null for all there are.</summary>
    private HashSet<ObjectId>? Wanted(CancellationToken cancellation)
    {
        if (options.Revisions.Count == 0)
        {
            return null;
        }

        GitResult result = GitProcess.Run(repository.Layout.GitDirectory, cancellation, ["rev-list", "--objects", "--no-object-names", .. options.Revisions, "--"]);
        if (!result.Succeeded)
        {
            throw new RepositoryException(RepositoryFault.NotFound, $"git does not know '{string.Join(' ', options.Revisions)}' ({result.Problem}); is it fetched?");
        }

        var wanted = new HashSet<ObjectId>();
        foreach (Range line in result.Output.AsSpan().Split((byte)'\n'))
        {
            if (ObjectId.TryParse(result.Output.AsSpan()[line], out ObjectId id))
            {
                wanted.Add(id);
            }
        }

        return wanted;
    }

    /// <summary>Asks the trees who holds what was found, and tells it.</summary>
    private (List<Finding>, List<SuppressedFinding>) Tell(StoredCommit[] commits, Dictionary<ObjectId, ObjectId> tags, NameTable[] names, HashSet<ObjectId>? wanted, List<ObjectProblem> problems, CancellationToken cancellation)
    {
        HistorySecret[] secrets = [.. _secrets.All.Where(secret => wanted is null || secret.Kind == ObjectKind.Blob || secret.Holders.Any(wanted.Contains))];
        if (secrets.Length == 0)
        {
            return ([], []);
        }

        var holders = new HolderNumbers(secrets, options.EveryPlace);
        HashSet<ulong> leading = TreeClosure.Above(holders.Objects, names);
        var parts = new List<HolderVisitor>();
        Read<HolderVisitor, object>(ObjectKinds.Trees, id => leading.Contains(id.Prefix), parts, () => new HolderVisitor(leading), cancellation);
        var witnesses = new Witnesses(CommitOrder.Of(commits), repository.ReadReferences(cancellation), tags, parts, holders, new ObjectPaths(names));
        var teller = new SecretTeller(repository, detector, policy, _secrets, witnesses, options.EveryPlace);
        return teller.Tell(secrets, problems, cancellation);
    }
}
