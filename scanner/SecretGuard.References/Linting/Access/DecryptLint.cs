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
        (SecretReference Secret, string Key)[] secrets = [.. repository.Configurations.SelectMany(configuration => configuration.Resources("aws_secretsmanager_secret", "aws_ssm_parameter").SelectMany(block => OwnKey(configuration, block.Block)))];
        if (secrets.Length == 0 || repository.Access.Statements.Any(IamGrants.Decrypts) || repository.Configurations.Any(HasGrant))
        {
            return;
        }

        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Store is StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm && grant.Allows(Capabilities.Read)).DistinctBy(grant => (grant.Location.Path, grant.Policy, grant.Store)))
        {
            (SecretReference? secret, string key) = secrets.FirstOrDefault(one => repository.Access.Grants.Any(other => other.Policy == grant.Policy && other.Location.Path == grant.Location.Path && other.Allows(Capabilities.Read) && repository.Access.IsAbout(other, one.Secret)));
            if (secret is not null)
            {
                found.Add(AccessRules.DecryptMissing, grant.Location, $"{grant.Policy} {secret.Name}", $"'{secret.Name}' is encrypted with {key}, and no policy here allows '{IamActions.Decrypt}': whoever reads is refused");
            }
        }
    }

    private static IEnumerable<(SecretReference, string)> OwnKey(TerraformConfiguration configuration, HclBlock block)
    {
        string store = block.Labels[0] == "aws_ssm_parameter" ? StoreTypes.AwsSsm : StoreTypes.AwsSecretsManager;
        return (block["kms_key_id"] ?? block["key_id"]) is not { } key || key.Expression == "null" || key.Expression.StartsWith("var.", StringComparison.Ordinal) || key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true ? []
            : configuration.Known(block, "name").Where(name => name != "*").Select(name => (ReferenceOf.Secret(store, name, ""), TerraformConfiguration.AddressIn(key.Expression) ?? "a key of your own"));
    }

    /// <summary>A grant of a key, or a module that may hold one.</summary>
    private static bool HasGrant(TerraformConfiguration configuration) =>
        configuration.Resources("aws_kms_grant").Any() || configuration.Blocks.Any(block => block.Block is { Type: "module" } module && module.Attributes.Keys.Any(name => name.Contains("kms", StringComparison.Ordinal)));
}
