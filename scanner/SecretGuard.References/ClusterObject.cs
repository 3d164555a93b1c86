using SecretGuard.Findings;

namespace SecretGuard.References;

/// <summary>An object of an operator that brings secrets into a cluster, as a manifest declares it: the operator says in the cluster whether it works.</summary>
/// <param name="Group">The group of its API: <c>external-secrets.io</c>.</param>
/// <param name="Kind"><c>ExternalSecret</c>.</param>
/// <param name="Namespace">Its namespace; null where the file says none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record ClusterObject(string Group, string Kind, string? Namespace, string Name, Location Location)
{
    /// <summary>The declared environment that alone has it so, where the values of one were put in; null where that follows from the file.</summary>
    public string? Environment { get; init; }
}
