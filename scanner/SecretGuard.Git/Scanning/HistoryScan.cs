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
        ReadSummary log = Read<LogVisitor, object>(ObjectKinds.Commits | ObjectKinds.Trees | ObjectKinds.Tags, null, logs, () => new LogVisitor(detector, options.Messages ? _secrets : null, options.MinConfidence, cancellation), cancellation);
        NameTable[] names = [.. logs.Select(part => part.Names)];
        ReadSummary files = Read<BlobVisitor, BlobState>(ObjectKinds.Blobs, wanted is null ? null : wanted.Contains, blobs, () => new BlobVisitor(detector, _secrets, new ObjectPaths(names), options, cancellation), cancellation);
        StoredCommit[] commits = [.. logs.SelectMany(part => part.Commits)];
        var paths = new ObjectPaths(names);
        List<ObjectProblem> problems = [.. log.Problems.Concat(files.Problems).Distinct()];
        long untold = log.ProblemCount - log.Problems.Count + files.ProblemCount - files.Problems.Count;
        (List<Finding> findings, List<SuppressedFinding> suppressed) = Tell(commits, logs.SelectMany(part => part.Tags).ToDictionary(), names, wanted, problems, cancellation);
        return new HistoryOutcome(
            findings, suppressed, commits.Length, blobs.Sum(part => part.Files), blobs.Sum(part => part.Binary), blobs.Sum(part => part.Bytes),
            [.. files.LargeBlobs.Select(blob => (paths.Of(blob.Id) ?? NameOf(blob.Id), blob)).Where(large => !options.IsExcluded(large.Item1)).OrderBy(large => large.Item1, StringComparer.Ordinal)],
            problems.Count + untold, problems);
    }

    private static string NameOf(in ObjectId blob) => $"(blob {blob.ToString()[..12]})";

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

        GitResult result = repository.Ask(cancellation, ["rev-list", "--objects", "--no-object-names", .. options.Revisions, "--"]);
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

    private (List<Finding>, List<SuppressedFinding>) Tell(StoredCommit[] commits, Dictionary<ObjectId, ObjectId> tags, NameTable[] names, HashSet<ObjectId>? wanted, List<ObjectProblem> problems, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        List<SuppressedFinding> suppressed = [];
        HistorySecret[] secrets = [.. _secrets.All.Where(secret => wanted is null || secret.Kind == ObjectKind.Blob || secret.Holders.Any(wanted.Contains))];
        if (secrets.Length == 0)
        {
            return (findings, suppressed);
        }

        Dictionary<ObjectId, int[]> holders = secrets.Where(secret => secret.Kind == ObjectKind.Blob)
            .SelectMany(secret => secret.Holders.Select(holder => (holder, secret.Number)))
            .GroupBy(pair => pair.holder, pair => pair.Number)
            .ToDictionary(group => group.Key, group => group.ToArray());
        HashSet<ulong> leading = TreeClosure.Above(holders.Keys, names);
        var parts = new List<HolderVisitor>();
        Read<HolderVisitor, object>(ObjectKinds.Trees, id => leading.Contains(id.Prefix), parts, () => new HolderVisitor(leading), cancellation);
        var witnesses = new Witnesses(CommitOrder.Of(commits), repository.ReadReferences(cancellation), tags, parts, holders, new ObjectPaths(names));
        foreach (HistorySecret secret in secrets)
        {
            cancellation.ThrowIfCancellationRequested();
            Witness witness = witnesses.Of(secret);
            TriagedContent judged = Judge(witness, cancellation);
            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                // Under its last path nobody would take it for one: it is shown where it was seen.
                judged = Judge(witness with { Holder = secret.SeenIn, Path = secret.SeenAs }, cancellation);
            }

            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                problems.Add(new ObjectProblem(secret.SeenIn, NameOf(secret.SeenIn), "a secret was seen in it, and it could not be read again"));
            }

            findings.AddRange(judged.Findings);
            suppressed.AddRange(judged.Suppressed);
        }

        return ([.. findings.OrderBy(finding => finding, ByPlace)], [.. suppressed.OrderBy(item => item.Finding, ByPlace)]);
    }

    /// <summary>Looks at the one version in which a secret is shown as a scan of the file would.</summary>
    private TriagedContent Judge(Witness witness, CancellationToken cancellation)
    {
        if (!repository.TryRead(witness.Holder, out GitObject found, out _))
        {
            return TriagedContent.Empty;
        }

        bool isMessage = found.Kind != ObjectKind.Blob;
        Content content = isMessage ? LogVisitor.MessageOf(found.Kind, found.Content) : Content.FromBytes(found.Content, found.Content.Length, witness.Path);
        IReadOnlyList<Match> seen = detector.See(content, cancellation);
        Match[] own = [.. detector.Resolve(seen).Where(match => _secrets.IdentityOf(content, match) == witness.Secret.Identity).Take(1)];
        TriagedContent judged = new ContentTriage(policy with { TellsUnused = false }).Judge(content, own, seen, cancellation);
        return judged with
        {
            Findings = [.. judged.Findings.Select(Placed)],
            Suppressed = [.. judged.Suppressed.Select(item => item with { Finding = Placed(item.Finding) })],
        };

        Finding Placed(Finding finding) => finding with
        {
            DiagnosticId = isMessage ? DiagnosticIds.SecretInMessage : DiagnosticIds.SecretInHistory,
            Location = finding.Location with { Path = isMessage ? $"(message of {(found.Kind == ObjectKind.Tag ? "tag" : "commit")} {witness.Holder.ToString()[..12]})" : witness.Path.Length == 0 ? NameOf(witness.Holder) : witness.Path },
            Provenance = witness.Provenance,
        };
    }

    private static Comparer<Finding> ByPlace { get; } = Comparer<Finding>.Create((one, other) =>
    {
        int order = string.CompareOrdinal(one.Location.Path, other.Location.Path);
        order = order != 0 ? order : one.Location.StartLine.CompareTo(other.Location.StartLine);
        order = order != 0 ? order : one.Location.StartColumn.CompareTo(other.Location.StartColumn);
        order = order != 0 ? order : string.CompareOrdinal(one.Rule, other.Rule);
        return order != 0 ? order : string.CompareOrdinal(one.Provenance?.FirstCommit, other.Provenance?.FirstCommit);
    });
}
