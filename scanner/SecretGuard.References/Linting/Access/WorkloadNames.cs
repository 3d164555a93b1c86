namespace SecretGuard.References.Linting.Access;

/// <summary>Names of what has more rights than a program that only runs, and needs them.</summary>
internal static class WorkloadNames
{
    private static readonly string[] Deployers =
    [
        "admin", "admins", "administrator", "administrators", "backup", "bootstrap", "boundary", "cd", "ci", "cicd", "deploy", "deployer", "deployment", "devops", "github", "gitlab", "jenkins", "operator", "pipeline",
        "pipelines", "root", "rotation", "rotator", "runner", "sync", "terraform",
    ];

    /// <summary>Of clusters: who serves others there.</summary>
    private static readonly string[] Servants =
    [
        "argo", "argocd", "cert", "controller", "crossplane", "external", "flux", "fluxcd", "gitops", "helm", "ingress", "kustomize", "manager", "reflector", "reloader", "sealed", "system", "tekton", "tiller", "traefik",
        "vault", "velero",
    ];

    /// <summary>Groups and users of clusters that are not some programs but all, as bindings name them.</summary>
    private static readonly Dictionary<string, string> Crowds = new(StringComparer.Ordinal)
    {
        ["Group system:authenticated"] = "everybody who can log in to the cluster",
        ["Group system:unauthenticated"] = "everybody who can reach the cluster",
        ["User system:anonymous"] = "everybody who can reach the cluster",
        ["Group system:serviceaccounts"] = "every pod of the cluster",
    };

    /// <summary>Who stands behind a group that every cluster has, for people; null where it is none, or only that of one namespace.</summary>
    public static string? Crowd(string principal) => Crowds.GetValueOrDefault(principal);

    /// <summary>Whether a principal of a cluster is what its pods run as: a service account, or those of a namespace.</summary>
    public static bool IsOfPods(string principal) => principal.StartsWith("ServiceAccount ", StringComparison.Ordinal) || principal.StartsWith("Group system:serviceaccounts:", StringComparison.Ordinal);

    /// <summary>Whether a name says that it deploys or administers.</summary>
    public static bool SayDeployer(string name) => Words(name).Any(word => Array.IndexOf(Deployers, word) >= 0);

    /// <summary>Whether a name of a cluster says that it deploys, administers, or hands secrets on for a living.</summary>
    public static bool SayOperator(string name) => SayDeployer(name) || Words(name.Replace("system:serviceaccounts:", "", StringComparison.Ordinal)).Any(word => Array.IndexOf(Servants, word) >= 0);

    /// <summary>The words of a name, in lower case: at signs, and where a capital begins one.</summary>
    public static IEnumerable<string> Words(string name)
    {
        int start = 0;
        for (int at = 0; at <= name.Length; at++)
        {
            bool ends = at == name.Length || !char.IsAsciiLetter(name[at]), begins = !ends && at > start && char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]);
            if ((ends || begins) && at > start)
            {
                yield return name[start..at].ToLowerInvariant();
            }

            start = ends ? at + 1 : begins ? at : start;
        }
    }
}
