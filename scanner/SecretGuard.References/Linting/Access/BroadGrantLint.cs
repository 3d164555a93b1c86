using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Policies of which nobody can say what they are for: every action, every secret, every path.</summary>
internal sealed class BroadGrantLint : IRepositoryLint
{
    private const string Managed = "SecretsManagerReadWrite", Namespace = "secretsmanager:", Reading = Namespace + "GetSecretValue";

    private const string OfSecret = "aws_secretsmanager_secret_policy", Secret = "aws_secretsmanager_secret.";

    /// <summary>Actions that change what is there; to make something new is another matter.</summary>
    private static readonly string[] Changing = [Namespace + "PutSecretValue", Namespace + "UpdateSecret", "ssm:PutParameter"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.TooBroad];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (IamStatement statement in repository.Access.Statements.Where(statement => statement is { IsAllow: true, IsOfResource: false, IsConditional: false } && !IsLimit(statement.Policy)))
        {
            LookAt(statement, found);
        }

        foreach (IamStatement statement in repository.Access.Statements.Where(statement => statement is { IsAllow: true, IsOfResource: true, IsConditional: false } && IsOfSecret(statement.Policy, repository)))
        {
            LookForEverybody(statement, found);
        }

        foreach (Grant grant in repository.Access.Grants.Where(grant => !grant.IsDenied))
        {
            string? reason = grant.Store switch { StoreTypes.Vault => OfVault(repository.Access, grant), StoreTypes.Kubernetes => OfCluster(grant), _ => null };
            if (reason is not null)
            {
                Tell(found, grant.Location, $"{grant.Policy} {(grant.Store == StoreTypes.Vault ? grant.Pattern : grant.Principal)}", reason);
            }
        }

        foreach (VaultRole role in repository.Access.Roles.Where(role => role.EveryNamespace is not null && !WorkloadNames.SayOperator(role.Name.Raw)))
        {
            string who = role.Accounts is [{ Name: not "*" } one] ? $"a ServiceAccount '{one.Name}'" : "a ServiceAccount";
            Tell(found, role.EveryNamespace!, $"role {role.Name.Raw}", $"'*' is every namespace: whoever may make {who} in one of his own gets the role's secrets");
        }

        foreach (HclBlock block in repository.Configurations.SelectMany(configuration => configuration.Resources("aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment")).Select(block => block.Block))
        {
            if (block["policy_arn"] is { Text: { } arn } value && arn.EndsWith("/" + Managed, StringComparison.Ordinal))
            {
                Tell(found, value.Location, $"{HclScope.Address(block)} {Managed}", $"'{Managed}' reads, changes and deletes every secret of the account");
            }
        }
    }

    private static void Tell(LintFindings found, Location at, string subject, string reason) => found.Add(AccessRules.TooBroad, at, subject, reason);

    /// <summary>What bounds others grants nothing.</summary>
    private static bool IsLimit(string policy) => policy.StartsWith("aws_organizations_policy.", StringComparison.Ordinal) || WorkloadNames.Words(policy).Any(word => word is "boundary" or "boundaries" or "scp");

    private static void LookAt(IamStatement statement, LintFindings found)
    {
        YamlValue? every = statement.IsAllButActions ? null : statement.Actions.FirstOrDefault(action => action.Text is "*" or "*:*" or "secretsmanager:*");
        if (every is not null)
        {
            if (!IamGrants.Of(statement).Any())
            {
                return; // on a queue or a bucket it reads no secret
            }

            Tell(found, every.Place(0, every.Text!.Length), $"{statement.Policy} {every.Text}", every.Text == "secretsmanager:*"
                ? "every action of Secrets Manager is allowed: to delete secrets and to let others read them, too" : "everything is allowed, and to read every secret with it");
            return;
        }

        Grant[] all = [.. IamGrants.Of(statement).Where(grant => grant.Pattern == "*" && grant.Allows(Capabilities.Read))];
        if (all.Length > 0)
        {
            string what = string.Join(" and every ", all.Select(grant => grant.Store == StoreTypes.AwsSecretsManager ? "secret" : "parameter").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Tell(found, all[0].Location, $"{statement.Policy} *", $"every {what} of the account can be read{(statement.IsAllButActions ? ": all actions but some are allowed" : "")}");
        }
        else if (!statement.IsAllButActions && !WorkloadNames.SayDeployer(statement.Policy) && Array.Find(Changing, change => statement.Actions.Any(action => IamActions.Is(action.Text!, change))) is { } changing
            && IamGrants.Of(statement).FirstOrDefault(grant => grant.Pattern == "*" && grant.Allows(Capabilities.Write)) is { } changes)
        {
            Tell(found, changes.Location, $"{statement.Policy} *", $"every {(changing.StartsWith(Namespace, StringComparison.Ordinal) ? "secret" : "parameter")} of the account can be changed");
        }
    }

    /// <summary>Whether a policy is that of a secret: one of an endpoint names everybody too, and lets nobody in.</summary>
    private static bool IsOfSecret(string policy, LintRepository repository) => policy.StartsWith(OfSecret + ".", StringComparison.Ordinal) || policy.StartsWith(Secret, StringComparison.Ordinal)
        || (policy.StartsWith("data.", StringComparison.Ordinal) && repository.Configurations.SelectMany(configuration => configuration.Resources(OfSecret)).Any(block => block.Block["policy"]?.Expression.StartsWith(policy + ".", StringComparison.Ordinal) == true));

    /// <summary>A policy of a secret for whoever asks.</summary>
    private static void LookForEverybody(IamStatement statement, LintFindings found)
    {
        if (!statement.IsAllButActions && statement.Principals.FirstOrDefault(principal => principal.Text == "*") is { } everybody && statement.Actions.FirstOrDefault(action => action.Text!.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase) && IamActions.Is(action.Text, Reading)) is { } action)
        {
            Tell(found, everybody.Place(0, 1), $"{statement.Policy} *", $"'{action.Text}' is allowed to everybody, of whatever account");
        }
    }

    private static string? OfVault(AccessModel access, Grant grant)
    {
        if (WorkloadNames.SayDeployer(grant.Policy) || access.VaultNamesOf(grant).Any(WorkloadNames.SayDeployer) || grant.Capabilities == Capabilities.None)
        {
            return null;
        }

        string[] segments = grant.Pattern.Trim('/').Split('/');
        if (segments[0] is "*" or "+")
        {
            return $"'{grant.Pattern}' is every mount of this Vault";
        }

        if (segments is ["sys", "*"] or ["sys", "policy" or "policies", ..] && grant.Allows(Capabilities.Write) && grant.Role.Length > 0)
        {
            return "whoever may write policies gives himself every secret of this Vault";
        }

        bool isOfServer = segments[0] is "sys" or "auth" or "identity" || segments[0].Contains("${", StringComparison.Ordinal);
        if (grant.Allows(Capabilities.Manage) && !isOfServer && grant.Role.Length > 0)
        {
            return "'sudo' is for what only a root token may do, and reading secrets is none of it";
        }

        bool isMount = segments is [_, "*"] or [_, "data", "*"] or [_, "+", "*"];
        return isMount && grant.Allows(Capabilities.Write) && grant.Role.Length > 0 && (segments[1] == "data" || segments[0] is "secret" or "kv") ? $"every secret of '{segments[0]}' may be changed" : null;
    }

    private static string? OfCluster(Grant grant)
    {
        if (grant.IsConditional || grant.Pattern != "*" || grant.Role == ClusterGrants.Admin)
        {
            return null;
        }

        if (WorkloadNames.Crowd(grant.Principal) is { } crowd)
        {
            return grant.Allows(Capabilities.Read) ? $"{crowd} reads the Secrets of {(grant.Address is null ? "every namespace" : "its namespace")}" : null;
        }

        if (!WorkloadNames.IsOfPods(grant.Principal) || WorkloadNames.SayOperator(grant.Principal))
        {
            return null;
        }

        return grant.Capabilities == Capabilities.All ? $"{grant.Principal} may do everything with the Secrets of {(grant.Address is null ? "every namespace" : "its namespace")}"
            : grant.Address is null && grant.Allows(Capabilities.List) ? $"{grant.Principal} reads the Secrets of every namespace: a list gives their values"
            : null;
    }
}
