using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>Who has a policy: the role that it is attached to, the role of Vault that names it, and the service accounts that take these.</summary>
internal sealed class PrincipalNames
{
    private const int LongestWay = 8;
    private const string RoleOfAccount = "eks.amazonaws.com/role-arn";

    private readonly LintRepository _repository;
    private readonly AccessModel _model;
    private readonly ILookup<(string Folder, string Policy), string> _owners;
    private readonly ILookup<string, string> _accounts;

    public PrincipalNames(LintRepository repository, AccessModel model)
    {
        _repository = repository;
        _model = model;
        _owners = repository.Configurations.SelectMany(configuration => configuration.Blocks.SelectMany(block => OwnersIn(block.Block).Select(pair => (Key: (configuration.Folder, pair.Policy), pair.Owner))))
            .ToLookup(pair => pair.Key, pair => pair.Owner);
        _accounts = repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount" && manifest.Root["metadata", "annotations", RoleOfAccount].Text is not null)
            .ToLookup(manifest => manifest.Root["metadata", "annotations", RoleOfAccount].Text!.Split('/')[^1], AccountOf, StringComparer.Ordinal);
    }

    /// <summary>A grant once for each who has it; as it is where nobody is known.</summary>
    public IEnumerable<Grant> Of(Grant grant)
    {
        string[] all = grant.Store switch
        {
            StoreTypes.Vault => [.. VaultPrincipals(grant)],
            StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => [.. Owners(TerraformConfiguration.FolderOf(grant.Location.Path), grant.Policy, 0).Distinct(StringComparer.Ordinal)],
            _ => [],
        };
        return all.Length == 0 ? [grant] : all.Select(principal => grant with { Principal = principal });
    }

    /// <summary>The names that Vault may know a policy by: what a block or a script says, else what its file is called.</summary>
    public IEnumerable<string> VaultNamesOf(Grant grant)
    {
        string[] said = [.. _model.PolicyNames.Where(name => name.IsAt(grant.Location)).Select(name => name.Name)];
        if (said.Length > 0)
        {
            return said;
        }

        string folder = TerraformConfiguration.FolderOf(grant.Location.Path);
        TerraformConfiguration? configuration = _repository.Configurations.FirstOrDefault(one => one.Folder == folder);
        TerraformBlock? block = configuration?.Blocks.FirstOrDefault(one => one.Block.Labels.Count == 2 && HclScope.Address(one.Block) == grant.Policy);
        if (block is not null)
        {
            string[] addresses = [.. _owners[(folder, grant.Policy)].Prepend(grant.Policy)];
            return configuration!.Blocks.Where(one => one.Block is { Labels: ["vault_policy", _] } && addresses.Contains(HclScope.Address(one.Block), StringComparer.Ordinal)).SelectMany(one => configuration.Known(one.Block, "name"));
        }

        string file = grant.Policy[(grant.Policy.LastIndexOf('/') + 1)..];
        return [file.LastIndexOf('.') is var dot and > 0 ? file[..dot] : file];
    }

    private IEnumerable<string> VaultPrincipals(Grant grant)
    {
        string[] names = [.. VaultNamesOf(grant)];
        return _model.Roles.Where(role => role.Policies?.Any(policy => names.Contains(policy.Name, StringComparer.Ordinal)) == true)
            .Select(role => $"role {role.Name.Raw}" + (role.Accounts.Count > 0 ? $" (ServiceAccount {string.Join(", ", role.Namespaces.DefaultIfEmpty("*").SelectMany(space => role.Accounts.Select(account => $"{space}/{account.Name}")))})" : "")).Distinct(StringComparer.Ordinal);
    }

    private string[] Owners(string folder, string policy, int way) =>
        way == LongestWay ? [] : [.. _owners[(folder, policy)].SelectMany(owner => Owners(folder, owner, way + 1) is { Length: > 0 } further ? further : [Named(folder, owner)])];

    /// <summary>A role with the service accounts that take it.</summary>
    private string Named(string folder, string address)
    {
        TerraformConfiguration? configuration = _repository.Configurations.FirstOrDefault(one => one.Folder == folder);
        string[] names = [.. configuration?.Blocks.Where(block => block.Block.Labels.Count == 2 && HclScope.Address(block.Block) == address).SelectMany(block => configuration.Known(block.Block, "name")) ?? []];
        string[] accounts = [.. names.SelectMany(name => _accounts[name])];
        return accounts.Length == 0 ? address : $"{address} (ServiceAccount {string.Join(", ", accounts)})";
    }

    private static string AccountOf(Manifest account) => $"{account.Namespace ?? "*"}/{account.Name}";

    /// <summary>What a block says of who has which policy.</summary>
    private static IEnumerable<(string Policy, string Owner)> OwnersIn(HclBlock block)
    {
        if (block is not { Type: "resource", Labels: [var type, _] })
        {
            yield break;
        }

        string address = HclScope.Address(block);
        string? who = AddressOf(block["role"] ?? block["user"] ?? block["group"]), document = AddressOf(block["policy"]), attached = AddressOf(block["policy_arn"]);
        if (document is not null && type is "aws_iam_policy" or "aws_iam_role_policy" or "aws_iam_user_policy" or "aws_iam_group_policy" or "vault_policy")
        {
            yield return (document!, address);
        }

        if (who is not null && type is "aws_iam_role_policy" or "aws_iam_user_policy" or "aws_iam_group_policy")
        {
            yield return (address, who!);
        }

        if (who is not null && attached is not null)
        {
            yield return (attached, who);
        }
    }

    private static string? AddressOf(HclValue? value) => value is null ? null : TerraformConfiguration.AddressIn(value.Template is { Computed: [var only] } ? only : value.Expression);
}
