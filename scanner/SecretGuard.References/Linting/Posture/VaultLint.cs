using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>How Key Vaults are set that Terraform makes. What a variable decides, or a block that an expression makes, is not known.</summary>
internal sealed class VaultLint : IRepositoryLint
{
    private const string Vault = "azurerm_key_vault", Diagnostics = "azurerm_monitor_diagnostic_setting", Purge = "purge_protection_enabled";
    private static readonly string[] Watching = ["diag", "log", "monitor", "insight", "audit", "observ"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.VaultPurgeable, PostureRules.VaultNetwork, PostureRules.VaultPolicies, PostureRules.VaultUnlogged];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations.Where(configuration => !configuration.IsDocumentation))
        {
            // A module decides most of it; what its call switches off is off.
            foreach (HclBlock module in configuration.Blocks.Select(block => block.Block).Where(block => block is { Type: "module", Labels: [_] } && block[Purge]?.Expression == "false"))
            {
                found.Add(PostureRules.VaultPurgeable, module[Purge]!.Location, $"module.{module.Labels[0]}", VaultText.Purgeable);
            }

            foreach (HclBlock vault in configuration.Resources(Vault).Select(block => block.Block))
            {
                string address = HclScope.Address(vault);
                if (BlockValues.IsOn(vault, byDefault: false, Purge) == false)
                {
                    found.Add(PostureRules.VaultPurgeable, vault.Location, address, VaultText.Purgeable);
                }

                if (Open(vault) is { } open)
                {
                    found.Add(PostureRules.VaultNetwork, vault.Location, address, open);
                }

                bool? isByRole = BlockValues.IsOn(vault, byDefault: false, "rbac_authorization_enabled", "enable_rbac_authorization");
                if (isByRole == false && ((vault["rbac_authorization_enabled"] ?? vault["enable_rbac_authorization"]) is { Expression: not "null" } || HasPolicies(configuration, vault, address)))
                {
                    found.Add(PostureRules.VaultPolicies, vault.Location, address, VaultText.ByPolicies);
                }

                if (repository.IsWhole && !IsLogged(repository, configuration, address))
                {
                    found.Add(PostureRules.VaultUnlogged, vault.Location, address, VaultText.Unlogged);
                }
            }
        }
    }

    private static string? Open(HclBlock vault)
    {
        if (BlockValues.IsOn(vault, byDefault: true, "public_network_access_enabled") != true || BlockValues.Within(vault, "network_acls") is not { } lists)
        {
            return null;
        }

        return lists.Count == 0 ? VaultText.Unlimited : lists[0].TextOf("default_action") == "Allow" ? VaultText.Allowed : null;
    }

    private static bool HasPolicies(TerraformConfiguration configuration, HclBlock vault, string address) => vault.Blocks.Exists(inner => inner.Type == "access_policy" || inner is { Type: "dynamic", Labels: ["access_policy"] })
        || configuration.Resources("azurerm_key_vault_access_policy").Any(policy => policy.Block["key_vault_id"] is { } id && BlockValues.Mentions(id, address));

    /// <summary>Whether a diagnostic setting is of the vault, or may be: what stands in a variable or in a module may mean any.</summary>
    private static bool IsLogged(LintRepository repository, TerraformConfiguration own, string address) => repository.Configurations.Any(configuration => configuration.Blocks.Any(block => block.Block switch
    {
        { Type: "resource", Labels: [Diagnostics, _] } setting => setting["target_resource_id"] is not { } target
            || (TerraformConfiguration.AddressIn(target.Expression) is not { } targeted || (configuration == own && targeted == address) || (configuration != own && targeted.Contains(Vault, StringComparison.Ordinal))),
        { Type: "module", Labels: [var name] } module => Array.Exists(Watching, word => name.Contains(word, StringComparison.OrdinalIgnoreCase) || module.TextOf("source")?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            || module.Attributes.Keys.Any(key => Array.Exists(Watching, word => key.Contains(word, StringComparison.OrdinalIgnoreCase))),
        _ => false,
    }));
}
