using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git.Caching;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>What a scan of a history came to.</summary>
/// <param name="Findings">One for each secret.</param>
/// <param name="Suppressed">The accepted ones.</param>
/// <param name="Commits">How many commits were asked for.</param>
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
/// looked at once, where it differs from the one it is stored against; and if something was found, the trees are read once more for who holds it. What an
/// earlier run looked at is passed over.
/// </summary>
public sealed class HistoryScan(GitRepository repository, Detector detector, TriagePolicy policy, HistoryOptions options)
{
    /// <summary>Scans.</summary>
    /// <exception cref="RepositoryException">git refused what it was asked, such as a revision that is not there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public HistoryOutcome Run(CancellationToken cancellation)
    {
        (HashSet<ObjectId>? wanted, IReadOnlyList<ObjectProblem> missing) = Wanted(cancellation);

        // To a partial clone a file may come after the tree that names it, which would be passed over then.
        bool isWhole = wanted is null && !options.Shard.IsPart && !repository.Settings.IsPartial;
        HistoryCacheFile? file = options.CacheKey is { } key && isWhole ? new HistoryCacheFile(repository, key) : null;
        if (file?.Load() is { Seen.Length: > 0 } cache && Run(cache, file, wanted, missing, cancellation) is { } outcome)
        {
            return outcome;
        }

        return Run(HistoryCache.Empty(), file, wanted, missing, cancellation)!;
    }

    /// <summary>Scans what a cache does not know; null where that is not enough to tell what was found.</summary>
    private HistoryOutcome? Run(HistoryCache cache, HistoryCacheFile? file, HashSet<ObjectId>? wanted, IReadOnlyList<ObjectProblem> missing, CancellationToken cancellation)
    {
        var secrets = new HistorySecrets();
        if (!KeptSecrets.TryRestore(cache, repository, secrets))
        {
            return null;
        }

        var reading = new HistoryReading(repository, detector, options, cache, secrets, wanted);
        if (!reading.Run(cancellation))
        {
            return null;
        }

        // What a partial clone lacks is told of it as a whole.
        List<ObjectProblem> problems = [.. reading.Problems, .. repository.Settings.IsPartial ? [] : wanted is null ? MissingObjects.Of(repository, reading, cancellation) : missing];
        Func<int[], HolderTrees> toKeep = _ => cache.Trees;
        (List<Finding> findings, List<SuppressedFinding> suppressed) = ([], []);
        int commits = reading.Commits.Count;
        HistorySecret[] found = [.. secrets.All];
        bool isToKeep = reading.IsAnythingNew;
        if (found.Length > 0)
        {
            reading.ReadRest(cancellation);
            var holders = new HolderNumbers(found, options.EveryPlace);
            HolderTrees trees = reading.ReadEntries(holders.Objects, cancellation);

            // Where every place is asked for, sets are of versions, and neither known nor kept.
            trees = options.EveryPlace ? trees.WithoutWays() : trees;
            var order = new CommitOrder(reading.Commits);
            References references = repository.ReadReferences(cancellation);
            CommitReaches reach = CommitReaches.Of(repository, order, references, reading.Tags, cancellation);
            var witnesses = new Witnesses(order, reading.IsNew, references.Head, reach, trees, holders, reading.NewPaths());
            (findings, suppressed) = new SecretTeller(repository, detector, policy, secrets, witnesses, options).Tell(found, problems, cancellation);
            toKeep = placeOf => options.EveryPlace ? trees : witnesses.ToKeep(placeOf);
            isToKeep |= !options.EveryPlace && !cache.Trees.HasWays && trees.Count > 0;
        }

        long problemCount = problems.Count + reading.UntoldProblems;
        if (file is not null && problemCount == 0 && isToKeep)
        {
            file.Save(reading.ToCache(found, toKeep));
        }

        return new HistoryOutcome(findings, suppressed, commits, reading.Files, reading.Binary, reading.Bytes, reading.LargeBlobs, problemCount, problems);
    }

    /// <summary>The objects of the revisions that were asked for, null for all there are; and what of them is not here.</summary>
    private (HashSet<ObjectId>? Wanted, IReadOnlyList<ObjectProblem> Missing) Wanted(CancellationToken cancellation)
    {
        if (options.Revisions.Count == 0)
        {
            return (null, []);
        }

        GitResult result = repository.Ask(cancellation, ["rev-list", "--objects", "--no-object-names", MissingObjects.Listed, .. options.Revisions, "--"]);
        if (!result.Succeeded)
        {
            throw new RepositoryException(RepositoryFault.NotFound, $"git cannot tell which commits are meant ({result.Problem}); are they fetched?");
        }

        var wanted = new HashSet<ObjectId>();
        foreach (Range line in result.Output.AsSpan().Split((byte)'\n'))
        {
            if (ObjectId.TryParse(result.Output.AsSpan()[line], out ObjectId id))
            {
                wanted.Add(id);
            }
        }

        return (wanted, MissingObjects.Of(result, paths: null));
    }
}
