namespace SecretGuard.References.Linting.Access;

/// <summary>Who an expression of Azure means.</summary>
internal static class AzureIdentity
{
    private static readonly string[] Workloads = ["identity", "identities", "kubelet", "kubeletidentity", "workload"];

    /// <summary>Words of names that say that somebody deploys or administers: they may need more than who only reads.</summary>
    private static readonly string[] Deployers = ["deploy", "deployer", "deployment", "terraform", "github", "gitlab", "pipeline", "pipelines", "runner", "admin", "admins", "administrator", "administrators", "ci", "cd", "cicd", "devops", "bootstrap", "operator", "rotation", "rotator", "sync"];

    /// <summary>The identity of the nodes of a cluster, which every pod can take.</summary>
    public static bool IsOfNode(string expression) => expression.Contains("kubelet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a program that only runs is meant: a managed identity whose name does not say that it deploys. What cannot be told is not.</summary>
    public static bool IsWorkload(string expression)
    {
        string[] words = [.. Words(expression)];
        return words.Any(word => Workloads.Contains(word, StringComparer.Ordinal)) && !words.Any(word => Deployers.Contains(word, StringComparer.Ordinal)) && !expression.Contains("client_config", StringComparison.Ordinal);
    }

    /// <summary>The words of names: at signs, and where a capital begins one.</summary>
    private static IEnumerable<string> Words(string expression)
    {
        int start = 0;
        for (int at = 0; at <= expression.Length; at++)
        {
            bool ends = at == expression.Length || !char.IsAsciiLetter(expression[at]), begins = !ends && at > start && char.IsAsciiLetterUpper(expression[at]) && char.IsAsciiLetterLower(expression[at - 1]);
            if ((ends || begins) && at > start)
            {
                yield return expression[start..at].ToLowerInvariant();
            }

            start = ends ? at + 1 : begins ? at : start;
        }
    }
}
