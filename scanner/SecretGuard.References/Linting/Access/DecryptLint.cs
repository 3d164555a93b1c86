using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Secrets under a key of the customer's own, and policies that read them, in a repository where no policy lets that key be used.</summary>
internal sealed class DecryptLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.DecryptMissing];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        IReadOnlyList<CustomerKey> secrets = CustomerKey.Of(repository);
        if (secrets.Count == 0 || repository.Access.Statements.Any(IamGrants.Decrypts) || repository.Configurations.Any(HasGrant))
        {
            return;
        }

        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Store is StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm && grant.Allows(Capabilities.Read)).DistinctBy(grant => (grant.Location.Path, grant.Policy, grant.Store)))
        {
            CustomerKey? own = secrets.FirstOrDefault(one => (!AccessModel.IsDocumentation(grant.Location) || one.Location.Path == grant.Location.Path) && repository.Access.Grants.Any(other => other.Policy == grant.Policy && other.Location.Path == grant.Location.Path && other.Allows(Capabilities.Read) && repository.Access.IsAbout(other, one.Secret)));
            if (own is not null)
            {
                found.Add(AccessRules.DecryptMissing, grant.Location, $"{grant.Policy} {own.Secret.Name}", $"'{own.Secret.Name}' is encrypted with {own.Address ?? "a key of your own"}, and no policy here allows '{IamActions.Decrypt}': whoever reads is refused");
            }
        }
    }

    /// <summary>A grant of a key, or a module from elsewhere that may hold one: those of the repository are read like anything else.</summary>
    private static bool HasGrant(TerraformConfiguration configuration) =>
        configuration.Resources("aws_kms_grant").Any() || configuration.Blocks.Any(block => block.Block is { Type: "module" } module && module["source"]?.Text?.StartsWith('.') != true && module.Attributes.Keys.Any(name => name.Contains("kms", StringComparison.Ordinal)));
}
