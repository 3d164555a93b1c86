using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.Stores.Kubernetes;

namespace SecretGuard.Cli.Verifying.Clusters;

/// <summary>What the cluster of an environment said of one object.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Object">The object, as the repository declares it.</param>
/// <param name="Name">Its name in the cluster: after its namespace and a slash, where its kind has one.</param>
/// <param name="Status">What was said.</param>
internal sealed record ClusterAnswer(string Environment, ClusterObject Object, string Name, ClusterStatus Status)
{
    /// <summary>The address of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The store that says where the cluster is; null where nothing declares it.</summary>
    public required DeclaredStore? Store { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which object of which environment, for people.</summary>
    public string Subject => $"{(Environment.Length == 0 ? "" : Environment + ": ")}{Object.Kind} {Name}";

    /// <summary>Why it is not ready and what to do; empty where the operator does not complain.</summary>
    public string Reason => Status.State != Readiness.NotReady ? "" : $"{Status.Cause}{(Status.Since is { } since ? $" (since {since:yyyy-MM-dd})" : "")}; {Status.Advice}";
}
