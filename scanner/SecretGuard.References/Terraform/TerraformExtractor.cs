using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Terraform;

/// <summary>Terraform and OpenTofu: data sources refer to secrets of stores, resources make them.</summary>
internal sealed class TerraformExtractor : IJointExtractor
{
    private static readonly string[] DataOfCluster = ["data", "binary_data", "data_wo"];

    private static readonly Regex Setting = new("""(?:["']?(?<key>[A-Za-z_][\w:.-]*)["']?\s*[=:]\s*)?"@Microsoft\.KeyVault\(SecretUri=\$\{\s*(?<address>(?:data\.)?azurerm_key_vault_secret\.[\w-]+)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <inheritdoc/>
    public string Name => "terraform";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsTerraform(source) || (!source.IsPart && source.HasEnd(TerraformDraft.ValuesEnd));

    /// <summary>Whether a text is of this syntax, by its path or by what its fence says.</summary>
    public static bool IsTerraform(SourceText source) => source.IsPart ? source.Language is "hcl" or "terraform" or "tf" or "tofu" || source.HasEnd(".tf", ".tofu") : source.HasEnd(".tf", ".tofu");

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => Join([Draft(source)], found);

    /// <inheritdoc/>
    public FileDraft Draft(SourceText source) => new TerraformDraft(this, source.Path, HclReader.ReadFile(source));

    /// <inheritdoc/>
    public void Join(IReadOnlyList<FileDraft> drafts, Extraction found)
    {
        foreach ((IReadOnlyList<HclBlock> blocks, HclScope scope) in new TerraformModules([.. drafts.OfType<TerraformDraft>()]).All)
        {
            Read(blocks, scope, found);
        }
    }

    private static void Read(IReadOnlyList<HclBlock> all, HclScope scope, Extraction found)
    {
        HclBlock[] blocks = [.. all.Where(block => block.Labels.Count == 2 && block.Type is "data" or "resource" or "ephemeral").SelectMany(scope.Resolve)];
        var byAddress = new Dictionary<string, HclBlock>(StringComparer.Ordinal);
        foreach (HclBlock block in blocks)
        {
            byAddress.TryAdd(HclScope.Address(block), block);
        }

        foreach (HclBlock block in blocks)
        {
            if (block.Labels[0] is "azurerm_container_app" or "azurerm_container_app_job")
            {
                ReadApp(found, block, byAddress);
            }

            foreach ((SecretReference reference, Location place) in References(block, byAddress))
            {
                found.Add(reference with { Via = block.Labels[0] }, place, HclScope.Address(block), block.Type == "resource" ? reference with { Via = block.Labels[0] } : null);
            }
        }

        foreach (HclBlock block in all)
        {
            ReadSettings(found, block, block.Labels.Count == 2 ? HclScope.Address(block) : "", byAddress);
            foreach (TaskSecret secret in TaskSecret.In(block))
            {
                SecretReference known = byAddress.TryGetValue(secret.Resource, out HclBlock? kept) && References(kept, byAddress).FirstOrDefault() is ({ } reference, _) ? reference : secret.OfUnknown;
                found.Add(known with { Property = secret.Field, Version = secret.Version, Via = TaskSecret.Via }, secret.Place, block.Labels.Count == 2 ? HclScope.Address(block) : "", ReferenceOf.SecretVariable(secret.Variable, TaskSecret.Via));
            }
        }
    }

    /// <summary>Settings of apps that lead to a secret of this folder: <c>"@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.smtp.versionless_id})"</c>.</summary>
    private static void ReadSettings(Extraction found, HclBlock block, string consumer, Dictionary<string, HclBlock> others)
    {
        foreach ((string attribute, HclValue value) in block.Attributes.Where(one => one.Value.Expression.Contains("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (Match setting in Setting.Matches(value.Expression))
            {
                string? key = setting.Groups["key"] is { Success: true } named ? named.Value : value.Template is null ? null : attribute;
                Location? place = value.Keys.FirstOrDefault(one => one.Name == key).Location;
                SecretReference[] known = others.TryGetValue(setting.Groups["address"].Value, out HclBlock? secret) ? [.. Vault(secret, others, ReferenceKinds.Secret).Select(one => one.Item1)] : [];
                found.Add((known is [var first, ..] ? first : ReferenceOf.KeyVault(null, "*", "")) with { Via = "@Microsoft.KeyVault" }, place ?? value.Location, consumer, key is null ? null : ReferenceOf.SecretVariable(key, "setting"));
            }
        }

        foreach (HclBlock inner in block.Blocks)
        {
            ReadSettings(found, inner, consumer, others);
        }
    }

    private static IEnumerable<(SecretReference Reference, Location Place)> References(HclBlock block, Dictionary<string, HclBlock> others)
    {
        switch (block.Labels[0])
        {
            case "azurerm_key_vault_secret":
                return Vault(block, others, ReferenceKinds.Secret);
            case "azurerm_key_vault_key":
                return Vault(block, others, ReferenceKinds.Key);
            case "azurerm_key_vault_certificate":
                return Vault(block, others, ReferenceKinds.Certificate);
            case "aws_secretsmanager_secret":
                return One(block["name"] ?? block["arn"] ?? block["name_prefix"], name => ReferenceOf.Secret(StoreTypes.AwsSecretsManager, name + (block["name"] is null && block["arn"] is null ? "*" : ""), ""));
            case "aws_secretsmanager_secret_version":
                string? known = block["secret_id"] is { Text: null } id && Other(id, others) is { } secret ? secret.TextOf("name") : null;
                return One(block["secret_id"], name => ReferenceOf.Secret(StoreTypes.AwsSecretsManager, known ?? name, "") with { Version = block.TextOf("version_id") ?? block.TextOf("version_stage") });
            case "aws_ssm_parameter":
                return One(block["name"], name => ReferenceOf.Secret(StoreTypes.AwsSsm, name, "") with { IsSecret = block.TextOf("type") == "SecureString" || ReferenceOf.SaysSecret(name[(name.LastIndexOf('/') + 1)..]) });
            case "vault_kv_secret_v2" or "vault_kv_secret":
                return One(block["name"] ?? block["path"], name => ReferenceOf.Secret(StoreTypes.Vault, name, "") with { Address = block.TextOf("mount") });
            case "vault_generic_secret":
                return One(block["path"], name => ReferenceOf.Secret(StoreTypes.Vault, name, ""));
            case "kubernetes_secret" or "kubernetes_secret_v1":
                return Cluster(block);
            default:
                return [];
        }
    }

    private static IEnumerable<(SecretReference, Location)> One(HclValue? name, Func<string, SecretReference> make) => name is null ? [] : [(make(name.Text ?? "*"), name.Location)];

    private static IEnumerable<(SecretReference, Location)> Vault(HclBlock block, Dictionary<string, HclBlock> others, string kind)
    {
        string? vault = block["key_vault_id"] is not { } id ? null
            : id.Text is { } path ? path.Contains("/vaults/", StringComparison.OrdinalIgnoreCase) ? path[(path.LastIndexOf('/') + 1)..] : null
            : Other(id, others)?.TextOf("name");
        return One(block["name"], name => ReferenceOf.KeyVault(vault, name, "", kind) with { Version = block.TextOf("version") });
    }

    /// <summary>What an app of Azure Container Apps takes from a vault, and what its containers get of that. An address of a vault is read wherever it stands.</summary>
    private static void ReadApp(Extraction found, HclBlock app, Dictionary<string, HclBlock> others)
    {
        string consumer = HclScope.Address(app);
        foreach (HclBlock secret in app.Blocks.Where(block => block.Type == "secret"))
        {
            if (secret["key_vault_secret_id"] is { Text: null } id && Other(id, others) is { } kept && secret.TextOf("name") is { } name)
            {
                foreach ((SecretReference reference, Location _) in Vault(kept, others, ReferenceKinds.Secret))
                {
                    found.Add(reference with { Via = "key_vault_secret_id" }, id.Location, consumer, ReferenceOf.Secret(StoreTypes.AzureContainerApps, name, "secret"));
                }
            }
        }

        foreach (HclBlock variable in app.Blocks.Where(block => block.Type == "template").SelectMany(template => template.Blocks).SelectMany(container => container.Blocks).Where(block => block.Type == "env"))
        {
            if (variable["secret_name"] is { } secret)
            {
                found.Add(ReferenceOf.Secret(StoreTypes.AzureContainerApps, secret.Text ?? "*", "secret_name"), secret.Location, consumer, variable.TextOf("name") is { } name ? ReferenceOf.SecretVariable(name, "env") : null);
            }
        }
    }

    private static IEnumerable<(SecretReference, Location)> Cluster(HclBlock block)
    {
        HclBlock? metadata = block.Blocks.Find(inner => inner.Type == "metadata");
        if ((metadata?["name"] ?? metadata?["generate_name"]) is not { } name)
        {
            yield break;
        }

        SecretReference secret = ReferenceOf.Secret(StoreTypes.Kubernetes, (name.Text ?? "*") + (metadata!["name"] is null ? "*" : ""), "") with { Address = metadata.TextOf("namespace") };
        List<(string Name, Location Location)> keys = block.Type == "resource" ? [.. DataOfCluster.SelectMany(attribute => block[attribute]?.Keys ?? [])] : [];
        if (keys.Count == 0)
        {
            yield return (secret, name.Location);
        }

        foreach ((string key, Location place) in keys)
        {
            yield return (secret with { Property = key }, place);
        }
    }

    /// <summary>The block of this folder that an expression is about: <c>data.azurerm_key_vault.main.id</c>.</summary>
    private static HclBlock? Other(HclValue value, Dictionary<string, HclBlock> others) =>
        value.Expression.LastIndexOf('.') is var dot and > 0 ? others.GetValueOrDefault(value.Expression[..dot]) : null;
}
