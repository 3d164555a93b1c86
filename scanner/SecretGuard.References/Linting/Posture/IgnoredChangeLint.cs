using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Values that Terraform writes and something else rotates: what it wrote first comes back with an apply, unless it is told to leave the value alone.</summary>
internal sealed class IgnoredChangeLint : IRepositoryLint
{
    private static readonly string[] Stores = ["aws_secretsmanager_secret_version", "azurerm_key_vault_secret", "aws_ssm_parameter"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.RotationUndone];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            foreach (KeptValue kept in KeptValue.In(configuration).Where(kept => Stores.Contains(kept.Block.Block.Labels[0], StringComparer.Ordinal) && !BlockValues.IsIgnored(kept.Block.Block, kept.Attribute)))
            {
                if (RotatedBy(kept, configuration, repository) is { } rotated)
                {
                    found.Add(PostureRules.RotationUndone, kept.Block.Block.Location, HclScope.Address(kept.Block.Block), $"{rotated}, and an apply may put back the '{kept.Attribute}' that stands here: whoever uses the secret is refused");
                }
            }
        }
    }

    /// <summary>What rotates it outside of Terraform; null where nothing is known to.</summary>
    private static string? RotatedBy(KeptValue kept, TerraformConfiguration configuration, LintRepository repository)
    {
        HclBlock block = kept.Block.Block;
        string? secret = block.Labels[0] == Stores[0] ? BlockValues.AddressOf(block, "secret_id") : HclScope.Address(block);
        if (IsChosen(kept, secret, configuration))
        {
            return null;
        }

        if (secret is not null && configuration.Resources("aws_secretsmanager_secret_rotation").FirstOrDefault(rotation => BlockValues.AddressOf(rotation.Block, "secret_id") == secret) is { } found)
        {
            return $"{HclScope.Address(found.Block)} rotates it";
        }

        HclBlock? named = block.Labels[0] == Stores[0] ? configuration.Resources("aws_secretsmanager_secret").FirstOrDefault(one => HclScope.Address(one.Block) == secret)?.Block : block;
        return repository.Declaration.Secrets.Count == 0 || named is null || configuration.IsDocumentation ? null
            : configuration.Known(named, "name").Where(name => !OpenName.IsOpen(name)).SelectMany(name => repository.Names.Meant(Reference(block.Labels[0], name), kept.Block.Source.Path))
                .Where(declared => declared.Rotation is { Every: not null, Automation: { } automation } && !automation.EndsWith(".tf", StringComparison.Ordinal) && !automation.EndsWith(".tofu", StringComparison.Ordinal))
                .Select(declared => $"'{declared.Rotation!.Automation}' rotates '{declared.Id}'").FirstOrDefault();
    }

    /// <summary>Whether a module makes this one only where nothing rotates: by its count, or by another of the same secret that leaves the value alone.</summary>
    private static bool IsChosen(KeptValue kept, string? secret, TerraformConfiguration configuration) => kept.Block.Block["count"] is { } count
        && (count.Expression.Contains("rotat", StringComparison.OrdinalIgnoreCase)
            || configuration.Resources(Stores[0]).Any(other => BlockValues.AddressOf(other.Block, "secret_id") == secret && BlockValues.IsIgnored(other.Block, kept.Attribute)));

    private static SecretReference Reference(string type, string name) => type switch
    {
        "azurerm_key_vault_secret" => ReferenceOf.KeyVault(null, name, ""),
        "aws_ssm_parameter" => ReferenceOf.Secret(StoreTypes.AwsSsm, name, ""),
        _ => ReferenceOf.Secret(StoreTypes.AwsSecretsManager, name, ""),
    };
}
