using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>Tells what was found: each secret at one place, with its way through the history.</summary>
internal sealed class SecretTeller(GitRepository repository, Detector detector, TriagePolicy policy, HistorySecrets secrets, Witnesses witnesses, HistoryOptions options)
{
    private readonly Lock _asking = new(); // witnesses keep what they have worked out

    private static Comparer<Finding> ByPlace { get; } = Comparer<Finding>.Create((one, other) =>
    {
        int order = string.CompareOrdinal(one.Location.Path, other.Location.Path);
        order = order != 0 ? order : one.Location.StartLine.CompareTo(other.Location.StartLine);
        order = order != 0 ? order : one.Location.StartColumn.CompareTo(other.Location.StartColumn);
        order = order != 0 ? order : string.CompareOrdinal(one.Rule, other.Rule);
        return order != 0 ? order : string.CompareOrdinal(one.Provenance?.FirstCommit, other.Provenance?.FirstCommit);
    });

    /// <summary>What a file without a name is called.</summary>
    public static string NameOf(in ObjectId blob) => $"(blob {blob.ToString()[..12]})";

    /// <summary>Tells each of these secrets; those that cannot be shown any more become problems.</summary>
    public (List<Finding> Findings, List<SuppressedFinding> Suppressed) Tell(IEnumerable<HistorySecret> found, List<ObjectProblem> problems, CancellationToken cancellation)
    {
        // Those of one file together: it is read once. Fingerprints take long on purpose: so on all threads.
        Witness[][] files = [.. found.Select(witnesses.Of).GroupBy(witness => witness.Holder).OrderBy(file => file.Key).Select(file => file.OrderBy(witness => witness.Path, StringComparer.Ordinal).ToArray())];
        var told = new Told[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellation }, i => told[i] = Tell(files[i], cancellation));
        problems.AddRange(told.SelectMany(file => file.Problems));
        return ([.. told.SelectMany(file => file.Findings).OrderBy(finding => finding, ByPlace)], [.. told.SelectMany(file => file.Suppressed).OrderBy(item => item.Finding, ByPlace)]);
    }

    private Told Tell(Witness[] file, CancellationToken cancellation)
    {
        var told = new Told([], [], []);
        var judge = new WitnessJudge(repository, detector, policy, secrets, options, [.. file.Select(witness => witness.Secret)]);
        foreach (Witness one in file)
        {
            cancellation.ThrowIfCancellationRequested();
            (Witness witness, HistorySecret secret) = (one, one.Secret);
            if (options.EveryPlace)
            {
                witness = witness with { Provenance = witness.Provenance with { EveryPlace = [.. PlacesOf(secret).Select(place => judge.PlaceOf(witness, place, cancellation))] } };
            }

            TriagedContent judged = judge.Judge(witness, cancellation);
            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                // Under its last path nobody would take it for one: it is shown where it was seen.
                judged = judge.Judge(witness with { Holder = secret.Seen.Holder, Path = secret.Seen.Path }, cancellation);
            }

            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                told.Problems.Add(new ObjectProblem(secret.Seen.Holder, NameOf(secret.Seen.Holder), "a secret was seen in it, and it could not be read again"));
            }

            told.Findings.AddRange(judged.Findings);
            told.Suppressed.AddRange(judged.Suppressed);
        }

        return told;
    }

    private (ObjectId Holder, string? Commit, string Path)[] PlacesOf(HistorySecret secret)
    {
        lock (_asking)
        {
            return [.. witnesses.PlacesOf(secret)];
        }
    }

    private sealed record Told(List<Finding> Findings, List<SuppressedFinding> Suppressed, List<ObjectProblem> Problems);
}
