using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles that logins to Vault name and nothing declares, and policies that roles give and nothing declares. Where a name is not known, any may be meant.</summary>
internal sealed class VaultRoleLint : IRepositoryLint
{
    private const string Method = "kubernetes";

    private static readonly string[] Own = ["default", "root"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.UnknownRole, AccessRules.UnknownPolicy];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        VaultRole[] declared = [.. repository.Access.Roles.Where(role => role.Method == Method && !AccessModel.IsDocumentation(role.Location))];
        string[] names = [.. declared.Select(role => role.Name.Text).Distinct(StringComparer.Ordinal)];
        if (names.Length > 0 && !Array.Exists(declared, role => role.Name.IsOpen))
        {
            foreach ((string consumer, string role, Location place) in Logins(repository).Where(login => !OpenName.IsOpen(login.Role) && !login.Role.Contains("${", StringComparison.Ordinal) && !names.Contains(login.Role, StringComparer.Ordinal)))
            {
                found.Add(AccessRules.UnknownRole, place, $"{consumer} {role}", $"no role of the login '{Method}' here is called '{role}'{NearestName.Hint(role, names)}");
            }
        }

        LookAtPolicies(repository, found);
    }

    private static void LookAtPolicies(LintRepository repository, LintFindings found)
    {
        AccessModel access = repository.Access;
        string[] policies = [.. access.Grants.Where(grant => grant.Store == StoreTypes.Vault).SelectMany(access.VaultNamesOf).Concat(access.PolicyNames.Select(name => name.Name))
            .Concat(repository.Configurations.SelectMany(configuration => configuration.Resources("vault_policy").SelectMany(block => configuration.Known(block.Block, "name").DefaultIfEmpty("*")))).Distinct(StringComparer.Ordinal)];
        if (policies.Length == 0 || Array.Exists(policies, OpenName.IsOpen))
        {
            return;
        }

        foreach ((string policy, Location place) in access.Roles.SelectMany(role => role.Policies ?? []).Where(policy => !Own.Contains(policy.Name, StringComparer.Ordinal) && !policies.Contains(policy.Name, StringComparer.Ordinal)))
        {
            found.Add(AccessRules.UnknownPolicy, place, policy, $"no policy here is called '{policy}'{NearestName.Hint(policy, policies)}");
        }
    }

    /// <summary>Who logs in with which role.</summary>
    private static IEnumerable<(string Consumer, string Role, Location Place)> Logins(LintRepository repository)
    {
        foreach (Manifest manifest in repository.Manifests)
        {
            YamlValue role = RoleOf(manifest);
            if (role.Text is { } text)
            {
                yield return (manifest.Consumer, text, role.Location);
            }
        }

        foreach (DeclaredStore store in repository.Declaration.Stores.Where(store => store.Type == StoreTypes.Vault && store.Login.GetValueOrDefault("method") == Method && store.Login.ContainsKey("role")))
        {
            yield return (store.Name, store.Login["role"], store.Location);
        }
    }

    /// <summary>The role that an object names, or nothing.</summary>
    public static YamlValue RoleOf(Manifest manifest) => manifest.Kind switch
    {
        "SecretStore" or "ClusterSecretStore" => manifest.Spec["provider", "vault", "auth", Method, "role"],
        "VaultAuth" => manifest.Spec[Method, "role"],
        "SecretProviderClass" when manifest.Spec.TextOf("provider") == "vault" => manifest.Spec["parameters", "roleName"],
        "Pod" => manifest.Root["metadata", "annotations", "vault.hashicorp.com/role"],
        "CronJob" => manifest.Spec["jobTemplate", "spec", "template", "metadata", "annotations", "vault.hashicorp.com/role"],
        _ => manifest.Spec["template", "metadata", "annotations", "vault.hashicorp.com/role"],
    };
}
