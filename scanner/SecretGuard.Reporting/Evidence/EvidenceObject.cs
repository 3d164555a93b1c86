namespace SecretGuard.Reporting;

/// <summary>What a cluster was asked about one object that the repository declares, and how far its operator says it has got.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Cluster">The address of the cluster.</param>
/// <param name="Kind">The object's kind: <c>ExternalSecret</c>.</param>
/// <param name="Name">Its name, after its namespace and a slash where it has one.</param>
/// <param name="Condition">What was looked at: <c>Ready</c>, or <c>mounted</c> of what has no such condition.</param>
/// <param name="Result"><c>ready</c>, <c>not-ready</c>, <c>pending</c> where nothing is said yet, <c>absent</c>; or why the cluster did not say: <c>unreachable</c>, <c>forbidden</c> and so on.</param>
public sealed record EvidenceObject(string Environment, string Cluster, string Kind, string Name, string Condition, string Result)
{
    /// <summary>When the cluster had answered, UTC.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>As whom it was asked; null where that is not told.</summary>
    public string? AskedAs { get; init; }

    /// <summary>Why it is not ready, or why the cluster did not say; empty where nothing is wrong.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Since when the condition is as it is; null where the operator does not say.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where it is declared.</summary>
    public required string Place { get; init; }
}
