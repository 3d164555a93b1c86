using SecretGuard.References.AzureSettings;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>How Key Vaults are set that Bicep makes. What is computed is not known.</summary>
internal sealed class BicepVaultLint : ILint, IRepositoryLint
{
    private const string Diagnostics = "Microsoft.Insights/diagnosticSettings";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.VaultPurgeable, PostureRules.VaultNetwork, PostureRules.VaultPolicies, PostureRules.VaultUnlogged];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!BicepResource.IsBicep(text.Source) || text.IsDocumentation)
        {
            return;
        }

        if (text.Source.Text.Contains(Diagnostics, StringComparison.OrdinalIgnoreCase))
        {
            found.Keep(text.Source, new DiagnosticSetting());
        }

        foreach (BicepResource vault in text.BicepResources.Where(resource => BicepGrants.IsVault(resource.Type) && !resource.IsExisting && resource.At("properties").IsMap))
        {
            found.Keep(text.Source, vault);
            Tell(vault, found);
        }

        foreach ((string symbol, YamlValue body) in BicepValues.Modules(text.Source))
        {
            LookAtModule(symbol, body["params"], found);
        }
    }

    /// <summary>A module decides most of it; what its call switches off is off.</summary>
    private static void LookAtModule(string symbol, YamlValue given, LintFindings found)
    {
        if (given.TextOf("enableSoftDelete") == "false" || given.TextOf("enablePurgeProtection") == "false")
        {
            bool isSoft = given.TextOf("enableSoftDelete") == "false";
            found.Add(PostureRules.VaultPurgeable, given.KeyOf(isSoft ? "enableSoftDelete" : "enablePurgeProtection").Location, symbol, isSoft ? VaultText.Recoverless : VaultText.Purgeable);
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (!repository.IsWhole || repository.Kept<DiagnosticSetting>().Any() || repository.Paths.Any(path => path.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase) && (path.Contains("diag", StringComparison.OrdinalIgnoreCase) || path.Contains("monitor", StringComparison.OrdinalIgnoreCase))))
        {
            return;
        }

        foreach (BicepResource vault in repository.Kept<BicepResource>())
        {
            found.Add(PostureRules.VaultUnlogged, vault.Location, vault.Symbol, VaultText.Unlogged);
        }
    }

    private static void Tell(BicepResource vault, LintFindings found)
    {
        string? soft = vault.At("properties", "enableSoftDelete").Text;
        if (soft == "false" || IsUnset(vault, "enablePurgeProtection"))
        {
            found.Add(PostureRules.VaultPurgeable, vault.Location, vault.Symbol, soft == "false" ? VaultText.Recoverless : VaultText.Purgeable);
        }

        YamlValue access = vault.At("properties", "publicNetworkAccess"), lists = vault.At("properties", "networkAcls");
        string? action = vault.At("properties", "networkAcls", "defaultAction").Text;
        if (IsEnabled(access.Text) && (action is "Allow" || (lists.Text is null && !lists.IsMap)))
        {
            found.Add(PostureRules.VaultNetwork, vault.Location, vault.Symbol, action is null ? VaultText.Unlimited : VaultText.Allowed);
        }

        YamlValue roles = vault.At("properties", "enableRbacAuthorization");
        if (roles.Text == "false" || (roles.Text is null && vault.At("properties", "accessPolicies").Items.Count > 0))
        {
            found.Add(PostureRules.VaultPolicies, vault.Location, vault.Symbol, VaultText.ByPolicies);
        }
    }

    private static bool IsEnabled(string? access) => access is null || access.Equals("enabled", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnset(BicepResource vault, string key) => vault.At("properties", key).Text is null or "false";

    /// <summary>Says that a text sends logs somewhere.</summary>
    private sealed record DiagnosticSetting;
}
