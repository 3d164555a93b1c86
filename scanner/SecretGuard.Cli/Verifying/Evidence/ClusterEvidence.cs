using SecretGuard.Cli.Verifying.Clusters;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Kubernetes;

namespace SecretGuard.Cli.Verifying.Evidence;

/// <summary>Evidence of what clusters were asked about the objects of their operators.</summary>
internal static class ClusterEvidence
{
    /// <summary>Every object that was asked about, sorted.</summary>
    public static IReadOnlyList<EvidenceObject> Objects(ClusterCheck cluster) =>
        [.. cluster.Answers.Select(Object).OrderBy(one => one.Environment, StringComparer.Ordinal).ThenBy(one => one.Cluster, StringComparer.Ordinal).ThenBy(one => one.Kind, StringComparer.Ordinal)
            .ThenBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Place, StringComparer.Ordinal)];

    /// <summary>What no cluster was asked about, and what it did not say. What is not deployed yet is a result.</summary>
    public static IEnumerable<EvidenceGap> Gaps(ClusterCheck cluster) =>
        cluster.Answers.Where(answer => answer.Status.Problem is not null)
            .Select(answer => new EvidenceGap(answer.Environment, $"{answer.Object.Kind} {answer.Name}", $"{Result(answer.Status)}: {answer.Status.Problem!.Cause}", Shown(answer.Object.Location)))
            .Concat(cluster.NotAsked.Select(one => new EvidenceGap(one.Environment, $"{one.Object.Kind} {one.Object.Name}", one.Reason, Shown(one.Object.Location))));

    private static EvidenceObject Object(ClusterAnswer answer) =>
        new(answer.Environment, answer.Cluster, answer.Object.Kind, answer.Name, ClusterState.ConditionOf(answer.Object.Group), Result(answer.Status))
        {
            Asked = answer.At,
            AskedAs = answer.Store is { } store ? AskedAs.Of(store, isLocked: false) : null,
            Reason = answer.Status.Problem?.Cause ?? answer.Reason,
            Since = answer.Status.Since,
            Place = Shown(answer.Object.Location),
        };

    private static string Result(ClusterStatus status) => status.State switch
    {
        Readiness.Ready => "ready",
        Readiness.NotReady => "not-ready",
        Readiness.Pending => "pending",
        Readiness.Absent => "absent",
        _ => (status.Problem?.Verdict ?? Verdict.Unreachable).Name(),
    };

    private static string Shown(Location location) => $"{location.Path}:{location.StartLine}";
}
