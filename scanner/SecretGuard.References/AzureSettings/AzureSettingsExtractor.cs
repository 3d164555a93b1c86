using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.AzureSettings;

/// <summary>
/// Settings that stand for a secret and that a platform fills in: references to a Key Vault in settings of apps, addresses of its secrets, and the counterparts of
/// CloudFormation and ECS. They look alike in JSON, YAML, Bicep and Terraform, so the text is searched for them whatever its syntax.
/// </summary>
internal sealed class AzureSettingsExtractor : IExtractor
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex InVault = new("""@Microsoft\.KeyVault\((?<what>[^)"\r\n]+(?:\([^)"\r\n]*\)[^)"\r\n]*)?)""", Options);

    /// <summary>The address of a secret as a resource of the same files has it.</summary>
    private static readonly Regex OfResource = new("""^SecretUri=\$\{(?:(?:data\.)?azurerm_key_vault_secret\.|[A-Za-z_]\w*\.properties\.secretUri)""", Options);

    private static readonly Regex Url = new("""https://[\w.${}*()-]+\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net|microsoftazure\.de)(?::443)?/(?:secrets|keys|certificates)/(?<name>[\w${}.()-]+)(?:/[\w${}.()-]+)?""", Options);
    private static readonly Regex Resolved = new("""\{\{resolve:(?<service>secretsmanager|ssm-secure|ssm):(?<what>(?:[^{}"'\s]|\$\{[^{}"'\s]*\})+)\}\}""", Options); // with what Fn::Sub fills in
    private static readonly Regex ValueFrom = new("""valueFrom["']?\s*[:=]\s*(?:!Sub\s+)?["']?(?<arn>arn:aws[\w-]*:(?:secretsmanager|ssm):(?:\$\{[^}\s"']*\}|[^\s"',}])+)""", Options);

    private static readonly Regex ParameterOfTask = new("""valueFrom["']?[ \t]*:[ \t]*["']?(?<name>/?[A-Za-z][\w.-]*(?:/[\w.-]+)*)["']?[ \t]*(?:[,}\r\n]|$)""", Options);

    private static readonly string[] Signs = ["@Microsoft.KeyVault(", ".vault.azure.", ".vault.usgov", "{{resolve:", "valueFrom", ".getSecret(", ".vaultUri", "keyvaultDns", "secretName", "secretRef", "Microsoft.KeyVault/vaults/secrets"];

    /// <inheritdoc/>
    public string Name => "azure-settings";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        (source.IsPart ? source.Language is null or "json" or "jsonc" or "yaml" or "yml" or "bicep" or "hcl" or "terraform" or "tf" or "xml" or "dotenv" or "env" or "ini"
            : source.HasEnd(".json", ".jsonc", ".yaml", ".yml", ".bicep", ".bicepparam", ".tf", ".tfvars", ".config", ".env", ".template"))
        && Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        string text = source.Text;
        var settings = new SettingText(source);
        bool isOfResource = TerraformExtractor.IsTerraform(source) || (BicepResource.IsBicep(source) && text.Contains("Microsoft.KeyVault/vaults/secrets", StringComparison.OrdinalIgnoreCase));
        var bicep = new BicepVaults(settings, found);
        bicep.Read();
        foreach (Match match in InVault.Matches(text).Where(match => !(isOfResource && OfResource.IsMatch(match.Groups["what"].Value)))) // who knows the resource reads it
        {
            if (VaultSetting.Read(match.Groups["what"].Value) is var (reference, start, length))
            {
                settings.Add(found, reference with { Address = bicep.VaultIn(match.Groups["what"].Value) ?? reference.Address }, match.Groups["what"].Index + start, length, match.Index);
            }
        }

        foreach (Match match in Url.Matches(text).Where(match => !InSetting(text, match.Index)))
        {
            if (ReferenceOf.KeyVaultUrl(VaultSetting.Known(match.Value), settings.KeyAt(match.Index) ?? "url") is { } reference)
            {
                settings.Add(found, reference, match.Groups["name"].Index, match.Groups["name"].Length, match.Index);
            }
        }

        foreach (Match match in Resolved.Matches(text))
        {
            (SecretReference reference, int length) = AwsSetting.Resolved(match.Groups["service"].Value, match.Groups["what"].Value);
            settings.Add(found, reference, match.Groups["what"].Index, length, match.Index);
        }

        foreach (Match match in ValueFrom.Matches(text))
        {
            (SecretReference reference, int length) = AwsSetting.Arn(match.Groups["arn"].Value, "valueFrom");
            settings.Add(found, reference, match.Groups["arn"].Index, length, match.Index);
        }

        foreach (Group name in IsTask(text) ? ParameterOfTask.Matches(text).Select(match => match.Groups["name"]) : [])
        {
            settings.Add(found, ReferenceOf.Secret(StoreTypes.AwsSsm, name.Value, "valueFrom"), name.Index, name.Length, text.LastIndexOf("alueFrom", name.Index, StringComparison.Ordinal) - 1);
        }

        TemplateParameters.Read(settings, text, found);
        ContainerApps.Read(source, settings, found);
    }

    /// <summary>Whether this is a task of ECS, where a name without an ARN is that of a parameter.</summary>
    private static bool IsTask(string text) => text.Contains("containerDefinitions", StringComparison.OrdinalIgnoreCase) && !text.Contains("AWS::", StringComparison.Ordinal);

    /// <summary>Whether an address stands in a reference that was read as a whole.</summary>
    private static bool InSetting(string text, int at) => at >= 10 && string.Compare(text, at - 10, "SecretUri=", 0, 10, StringComparison.OrdinalIgnoreCase) == 0;
}
