using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Linting.Posture;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles that programs have and should not: those of administrators, those that write where nothing writes, and any that every pod of a node has.</summary>
internal sealed class AzureRoleLint : IRepositoryLint
{
    /// <summary>Policies that AWS has made.</summary>
    private static readonly string[] Everything = ["AdministratorAccess", "PowerUserAccess"];

    /// <summary>Services of AWS that run programs.</summary>
    private static readonly string[] Runners = ["lambda", "ec2", "ecs-tasks", "ecs", "pods.eks", "build.apprunner", "tasks.apprunner", "batch", "glue", "sagemaker", "states"];

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

        foreach (Grant grant in repository.Access.Grants.Where(grant => grant is { Store: StoreTypes.Kubernetes, Role: ClusterGrants.Admin }))
        {
            if (WorkloadNames.Crowd(grant.Principal) is not null || (WorkloadNames.IsOfPods(grant.Principal) && !WorkloadNames.SayOperator(grant.Principal)))
            {
                found.Add(AccessRules.AdminRole, grant.Location, $"{grant.Policy} {grant.Principal}", $"{WorkloadNames.Crowd(grant.Principal) ?? grant.Principal} may do everything in the cluster, and read every Secret with it");
            }
        }

        LookAtManaged(repository, found);
    }

    /// <summary>Policies of AWS that allow everything, on a role that a service takes for its programs.</summary>
    private static void LookAtManaged(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            foreach (HclBlock role in configuration.Resources("aws_iam_role").Select(block => block.Block).Where(role => IsOfPrograms(role, configuration)))
            {
                string address = HclScope.Address(role);
                IEnumerable<(string Policy, Location At)> own = role["managed_policy_arns"] is { } list ? list.Items.Select(arn => (arn, list.Location)) : [];
                IEnumerable<(string Policy, Location At)> attached = configuration.Resources("aws_iam_role_policy_attachment").Select(block => block.Block)
                    .Where(block => block["role"] is { } of && BlockValues.Mentions(of, address) && block.TextOf("policy_arn") is not null).Select(block => (block.TextOf("policy_arn")!, block["policy_arn"]!.Location));
                foreach ((string policy, Location at) in own.Concat(attached).Where(one => Everything.Contains(one.Policy[(one.Policy.LastIndexOf('/') + 1)..], StringComparer.Ordinal)))
                {
                    string name = policy[(policy.LastIndexOf('/') + 1)..];
                    found.Add(AccessRules.AdminRole, at, $"{address} {name}", $"'{name}' lets the program read, change and delete every secret of the account");
                }
            }
        }
    }

    /// <summary>Whether a service takes a role for what it runs; not what deploys, by its own name or the service's.</summary>
    private static bool IsOfPrograms(HclBlock role, TerraformConfiguration configuration)
    {
        if (WorkloadNames.SayDeployer(role.Labels[1]) || configuration.Known(role, "name").Any(WorkloadNames.SayDeployer) || role["assume_role_policy"] is not { } trust)
        {
            return false;
        }

        IEnumerable<string> texts = configuration.Blocks.Where(block => block.Block is { Type: "data", Labels: ["aws_iam_policy_document", _] } && BlockValues.Mentions(trust, HclScope.Address(block.Block)))
            .SelectMany(block => BlockValues.Of(block.Block)).Select(value => value.Expression).Prepend(trust.Expression);
        return texts.Any(text => Array.Exists(Runners, service => text.Contains(service + ".amazonaws.com", StringComparison.Ordinal)) || text.Contains("system:serviceaccount:", StringComparison.Ordinal));
    }
}
