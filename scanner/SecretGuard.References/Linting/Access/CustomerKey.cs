using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>A key of the customer's own that a secret of AWS is encrypted with: who reads the secret must be allowed to use the key as well.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Location">Where that is said.</param>
public sealed record CustomerKey(SecretReference Secret, Location Location)
{
    /// <summary>The key's address in Terraform: <c>aws_kms_key.secrets</c>; null where it is none.</summary>
    public string? Address { get; init; }

    /// <summary>The key's ARN, where it is written out.</summary>
    public string? Arn { get; init; }

    /// <summary>The keys that configurations of Terraform name.</summary>
    public static IReadOnlyList<CustomerKey> Of(LintRepository repository) =>
        [.. repository.Configurations.SelectMany(configuration => configuration.Resources("aws_secretsmanager_secret", "aws_ssm_parameter").SelectMany(block => In(configuration, block.Block)))];

    /// <summary>What a secret or a parameter of Terraform says of its key; null for nothing.</summary>
    internal static HclValue? Said(HclBlock block) => block["kms_key_id"] ?? block["key_id"];

    /// <summary>Whether that leaves the secret to the key of the account: nothing, null, or an empty text.</summary>
    internal static bool IsNone(HclValue? key) => key is null or { Expression: "null" } or { Text: "" };

    private static IEnumerable<CustomerKey> In(TerraformConfiguration configuration, HclBlock block)
    {
        string store = block.Labels[0] == "aws_ssm_parameter" ? StoreTypes.AwsSsm : StoreTypes.AwsSecretsManager;
        return Said(block) is not { } key || IsNone(key) || key.Expression.StartsWith("var.", StringComparison.Ordinal) || key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true ? []
            : configuration.Known(block, "name").Where(name => name != "*").Select(name => new CustomerKey(ReferenceOf.Secret(store, name, ""), key.Location)
            {
                Address = TerraformConfiguration.AddressIn(key.Expression),
                Arn = key.Text?.StartsWith("arn:", StringComparison.Ordinal) == true ? key.Text : null,
            });
    }
}
