using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles that programs have and should not: those of administrators, those that write where nothing writes, and any that every pod of a node has.</summary>
internal sealed class AzureRoleLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.AdminRole, AccessRules.UnusedWrite, AccessRules.NodeIdentity];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        bool writes = repository.Kept<VaultWriter>().Any() || repository.Records.Any(record => record.Provides?.Store == StoreTypes.AzureKeyVault && !record.Reference.Via.StartsWith("azurerm_", StringComparison.Ordinal));
        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Store == StoreTypes.AzureKeyVault && grant.Role.Length > 0).DistinctBy(grant => grant.Location))
        {
            bool isNode = AzureIdentity.IsOfNode(grant.Principal), isWorkload = isNode || AzureIdentity.IsWorkload(grant.Principal);
            bool isAdmin = AzureRole.Find(grant.Role)?.IsAdmin ?? grant.Capabilities == Capabilities.All;
            string subject = $"{grant.Policy} {grant.Role}";
            if (isWorkload && isAdmin)
            {
                found.Add(AccessRules.AdminRole, grant.Location, subject, $"'{grant.Role}' lets {(isNode ? "every pod of the node" : "the program")} change and delete {(grant.Kind is null ? "secrets, keys and certificates" : grant.Kind + "s")}, or decide who may");
            }
            else if (isWorkload && !writes && grant.Allows(Capabilities.Write))
            {
                found.Add(AccessRules.UnusedWrite, grant.Location, subject, $"'{grant.Role}' changes {grant.Kind}s, and nothing in this repository writes any");
            }

            if (isNode && !isAdmin && grant.Allows(Capabilities.Read))
            {
                found.Add(AccessRules.NodeIdentity, grant.Location, subject, "every pod that runs on a node can take its identity, and read what this role reads");
            }
        }

        foreach (Grant grant in repository.Access.Grants.Where(grant => grant is { Store: StoreTypes.Kubernetes, Role: ClusterGrants.Admin } && grant.Principal.StartsWith("ServiceAccount ", StringComparison.Ordinal) && !WorkloadNames.SayOperator(grant.Principal)))
        {
            found.Add(AccessRules.AdminRole, grant.Location, $"{grant.Policy} {grant.Principal}", $"{grant.Principal} may do everything in the cluster, and read every Secret with it");
        }
    }
}
