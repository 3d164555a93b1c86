using System.Text;
using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>The role that reading some Secrets by name takes, and who it is bound to.</summary>
internal static class KubernetesRole
{
    private const string Api = "apiVersion: rbac.authorization.k8s.io/v1\n";

    /// <summary>A Role for the Secrets of a namespace.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="secrets">The Secrets.</param>
    public static string Of(string name, string space, IEnumerable<string> secrets) =>
        $"{Api}kind: Role\nmetadata:\n  name: {name}\n  namespace: {space}\nrules:\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]\n  resourceNames: [{string.Join(", ", secrets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}]\n---\n";

    /// <summary>A Role that lists the Secrets of a namespace.</summary>
    public static string OfListing(string name, string space) =>
        $"# To list their names; who may list may read all of the namespace.\n{Api}kind: Role\nmetadata:\n  name: {name}\n  namespace: {space}\nrules:\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [list]\n---\n";

    /// <summary>A Role that writes the Secrets of a namespace. What is to be created has no name yet that a role could say.</summary>
    public static string OfWriting(string name, string space, IEnumerable<string> secrets) =>
        Of(name, space, secrets).Replace("  verbs: [get]\n", "  verbs: [get, patch]\n", StringComparison.Ordinal)
            .Replace("---\n", "# To create what is not there yet; no role can say which names that may have.\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [create]\n---\n", StringComparison.Ordinal);

    /// <summary>A Role, and who has it; <c>SERVICE_ACCOUNT</c> stands for who is not known.</summary>
    public static string Of(SecretReader reader, string space, IEnumerable<string> secrets)
    {
        string name = NameOf(reader.Name);
        var yaml = new StringBuilder(Of(name, space, secrets)).Append(Api).Append("kind: RoleBinding\nmetadata:\n  name: ").Append(name).Append("\n  namespace: ").Append(space)
            .Append("\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: ").Append(name).Append("\nsubjects:\n");
        IEnumerable<(string? Namespace, string Name)> accounts = reader.Accounts.Where(account => KubernetesStore.IsName(account.Name) && (account.Namespace is null || KubernetesStore.IsName(account.Namespace)));
        foreach ((string? Namespace, string Name) account in accounts.DefaultIfEmpty((null, "SERVICE_ACCOUNT")))
        {
            yaml.Append("- kind: ServiceAccount\n  name: ").Append(account.Name).Append("\n  namespace: ").Append(account.Namespace ?? space).Append('\n');
        }

        return yaml.Append("---\n").ToString();
    }

    /// <summary>A name that a cluster takes.</summary>
    private static string NameOf(string reader)
    {
        string name = string.Concat(reader.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')).Trim('-', '.');
        return name.Length == 0 ? "secrets" : $"{name[..Math.Min(name.Length, 240)].TrimEnd('-', '.')}-secrets";
    }
}
