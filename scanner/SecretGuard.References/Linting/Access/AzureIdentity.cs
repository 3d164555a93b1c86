namespace SecretGuard.References.Linting.Access;

/// <summary>Who an expression of Azure means.</summary>
internal static class AzureIdentity
{
    private static readonly string[] Workloads = ["identity", "identities", "kubelet", "kubeletidentity", "workload"];

    /// <summary>The identity of the nodes of a cluster, which every pod can take.</summary>
    public static bool IsOfNode(string expression) => expression.Contains("kubelet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a program that only runs is meant: a managed identity whose name does not say that it deploys. What cannot be told is not.</summary>
    public static bool IsWorkload(string expression) => WorkloadNames.Words(expression).Any(word => Workloads.Contains(word, StringComparer.Ordinal))
        && !WorkloadNames.SayDeployer(expression) && !expression.Contains("client_config", StringComparison.Ordinal);
}
