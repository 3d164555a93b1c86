using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles of clusters that concern Secrets, and who is bound to them.</summary>
internal static class ClusterGrants
{
    private const string Role = "Role", ClusterRole = "ClusterRole", Binding = "RoleBinding", ClusterBinding = "ClusterRoleBinding";

    /// <summary>The role that every cluster has for who may do everything.</summary>
    public const string Admin = "cluster-admin";

    /// <summary>Roles that every cluster has, and what they allow; <c>view</c> shows no Secrets.</summary>
    private static readonly Dictionary<string, Capabilities> BuiltIn = new(StringComparer.Ordinal)
    {
        [Admin] = Capabilities.All,
        ["admin"] = Capabilities.Read | Capabilities.List | Capabilities.Write | Capabilities.Delete,
        ["edit"] = Capabilities.Read | Capabilities.List | Capabilities.Write | Capabilities.Delete,
    };

    /// <summary>What the manifests of a repository grant.</summary>
    public static IEnumerable<Grant> Of(IReadOnlyList<Manifest> manifests)
    {
        Manifest[] roles = [.. manifests.Where(manifest => manifest.Kind is Role or ClusterRole)], bindings = [.. manifests.Where(manifest => manifest.Kind is Binding or ClusterBinding)];
        ILookup<string?, Manifest> byRole = bindings.ToLookup(binding => binding.Root["roleRef", "name"].Text, StringComparer.Ordinal);
        foreach (Manifest role in roles)
        {
            Manifest[] own = [.. byRole[role.Name].Where(binding => IsOf(binding, role))];
            foreach (Grant grant in role.Root["rules"].Items.Where(IsOfSecrets).SelectMany(rule => OfRule(role, rule)))
            {
                foreach (Grant bound in own.Length == 0 ? [grant with { Address = role.Namespace }] : own.SelectMany(binding => Bound(grant, binding)))
                {
                    yield return bound;
                }
            }
        }

        foreach (Manifest binding in bindings)
        {
            YamlValue name = binding.Root["roleRef", "name"];
            if (name.Text is { } text && binding.Root["roleRef"].TextOf("kind") == ClusterRole && BuiltIn.TryGetValue(text, out Capabilities capabilities) && !Array.Exists(roles, role => role.Kind == ClusterRole && role.Name == text))
            {
                foreach (Grant bound in Bound(new Grant(StoreTypes.Kubernetes, "*", capabilities, $"{ClusterRole}/{text}", name.Location) { Role = text }, binding))
                {
                    yield return bound;
                }
            }
        }
    }

    private static bool IsOf(Manifest binding, Manifest role) => binding.Root["roleRef"].TextOf("kind") == role.Kind
        && (role.Kind == ClusterRole || (binding.Kind == Binding && (binding.Namespace is null || role.Namespace is null || OpenName.MayBeSame(binding.Namespace, role.Namespace))));

    private static bool IsOfSecrets(YamlValue rule) => Has(rule["resources"], "secrets") && (rule["apiGroups"].Items.Count == 0 || rule["apiGroups"].Items.Any(group => group.Text is null or "*"));

    private static bool Has(YamlValue list, string word) => list.Items.Any(item => item.Text == word || item.Text == "*");

    private static IEnumerable<Grant> OfRule(Manifest role, YamlValue rule)
    {
        string[] verbs = [.. rule["verbs"].Items.Select(verb => verb.Text ?? "")];
        Capabilities capabilities = verbs.Aggregate(Capabilities.None, (all, verb) => all | verb switch
        {
            "get" => Capabilities.Read,
            "list" or "watch" => Capabilities.List | Capabilities.Read,
            "create" or "update" or "patch" => Capabilities.Write,
            "delete" or "deletecollection" => Capabilities.Delete,
            "*" => Capabilities.All,
            _ => Capabilities.None,
        });
        string[] names = [.. rule["resourceNames"].Items.Select(name => name.Text ?? "*")];
        foreach (string name in capabilities == Capabilities.None ? [] : names.Length == 0 ? ["*"] : names)
        {
            yield return new Grant(StoreTypes.Kubernetes, name, capabilities, role.Consumer, rule["verbs"].Location) { Role = string.Join(", ", verbs), IsConditional = names.Length > 0 };
        }
    }

    private static IEnumerable<Grant> Bound(Grant grant, Manifest binding)
    {
        string? space = binding.Kind == ClusterBinding ? null : binding.Namespace ?? "*";
        foreach (YamlValue subject in binding.Root["subjects"].Items)
        {
            string kind = subject.TextOf("kind") ?? "", name = subject.TextOf("name") ?? "*";
            yield return grant with { Address = space, Principal = kind == "ServiceAccount" ? $"{kind} {subject.TextOf("namespace") ?? binding.Namespace ?? "*"}/{name}" : $"{kind} {name}" };
        }
    }
}
